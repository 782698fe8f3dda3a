// Builds the elements that Python describes: a string is text, a list is [tag, attributes, children].
// Text only ever becomes a text node, so nothing in a commitment can turn into markup.
function build(node) {
  if (typeof node === "string") return document.createTextNode(node)
  const [tag, attributes, children] = node
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.map(build))
  return made
}

// A plain click on one of our links is followed without loading everything again: the address changes, and Streamlit
// is told as if the reader had moved in the browser's history. Any other click (new tab, new window) is the browser's.
function follow(event) {
  const link = event.target.closest("a[href]")
  const href = link?.getAttribute("href")
  if (!href || /^(https?:|data\/|#)/.test(href)) return
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  history.pushState({}, "", link.href)
  dispatchEvent(new PopStateEvent("popstate"))
}

// A group of links marked data-arrows is one stop of the tab key; the arrow keys move within it.
function moveWithin(event) {
  const group = event.target.closest("[data-arrows]")
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (!group || !step) return
  const links = [...group.querySelectorAll("a")]
  const next = links[links.indexOf(event.target) + step]
  if (!next) return
  event.preventDefault()
  event.target.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector("#elements")
  const described = JSON.stringify(data.nodes)
  if (root.described !== described) {
    root.replaceChildren(...data.nodes.map(build))
    root.described = described
  }
  if (data.language) document.documentElement.lang = data.language
  root.onclick = follow
  root.onkeydown = moveWithin
}
