// The search of mirps_data/search.py and words.py for a page that must work without a server.
const ACCENTS = /[\u0300-\u036f]+/g, WORD = /[\p{L}\p{N}]+(?:[\u0300-\u036f]+[\p{L}\p{N}]*)*/gu, stemmer = new EnglishStemmer()

const wordsOf = text =>
  (text.match(WORD) ?? []).map(word => word.toLowerCase().normalize("NFD").replace(ACCENTS, ""))

const beginnings = word => [word, word.replace(/(?<=[iy])[sz](?=[aei]|$)/g, letter => letter === "s" ? "z" : "s")]

function stemOf(word) {
  if (!/^\p{L}+$/u.test(word)) return word
  const stem = stemmer.stem(word.replace(/(?<=[iy])z(?=[aei])/g, "s"))
  return FAMILIES[stem] ?? stem
}

function termOf([whole, dash, phrase, word]) {
  const isPhrase = word === undefined && whole.endsWith('"')
  const typed = word === undefined ? phrase.trim() : word.replace(/^-+/, "").replaceAll('"', "")
  const words = wordsOf(isPhrase ? typed : typed.replace(/['’]s(?![\p{L}\p{N}_])/giu, ""))
  return {typed, isPhrase, words, stems: words.map(stemOf), isExcluded: (dash || word || "").startsWith("-")}
}

// The terms in groups, of which any will do.
function groupsOf(typed) {
  const groups = []
  let isEither = false
  for (const match of typed.replace(/[“”„«»]/g, '"').replaceAll("–", "-").matchAll(/(-?)"([^"]*)(?:"|$)|(\S+)/g)) {
    if (/^(or|o)$/i.test(match[0])) { isEither = groups.length > 0; continue }
    const term = termOf(match)
    if (!term.typed) continue
    if (isEither) groups.at(-1).push(term)
    else groups.push([term])
    isEither = false
  }
  return groups
}

function itemOf(id, text) {
  const words = wordsOf(text)
  return {id: wordsOf(id).join(" "), words, stems: words.map(stemOf)}
}

function holds(item, term, ids) {
  if (ids.has(term.words.join(" "))) return item.id === term.words.join(" ")
  const last = term.words.length - 1
  const isAt = (words, other, first) => other.every((word, index) => word === words[first + index])
  const begins = first => isAt(item.words, term.words.slice(0, last), first)
    && beginnings(term.words[last]).some(beginning => item.words[first + last]?.startsWith(beginning))
  return item.words.some((_, first) => isAt(item.words, term.words, first)
    || !term.isPhrase && (begins(first) || isAt(item.stems, term.stems, first)))
}

// Which items are found; all of them if nothing is looked for yet.
function search(items, typed) {
  const ids = new Set(items.map(item => item.id)), groups = groupsOf(typed), terms = groups.flat()
  const wanted = groups.map(group => group.filter(term => term.words.length && !term.isExcluded)).filter(group => group.length)
  if (!wanted.length && terms.some(term => !term.isExcluded)) return []
  const excluded = terms.filter(term => term.words.length && term.isExcluded)
  const holdsAny = (item, group) => group.some(term => holds(item, term, ids))
  return items.filter(item => wanted.every(group => holdsAny(item, group)) && !holdsAny(item, excluded))
}
