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

// A button with data-copy copies that text, and below it the address in data-copy-link, made absolute.
async function copy(event) {
  const button = event.target.closest("button[data-copy]")
  if (!button) return
  const link = button.dataset.copyLink && new URL(button.dataset.copyLink, document.baseURI).href
  const text = [button.dataset.copy, link].filter(Boolean).join("\n")
  const label = (button.dataset.label ??= button.textContent)
  button.textContent = (await copied(text, button)) ? button.dataset.done : text
  setTimeout(() => (button.textContent = label), 2000)
}

// The clipboard is only there on secure addresses; elsewhere a hidden text area serves.
async function copied(text, button) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = button.parentElement.appendChild(document.createElement("textarea"))
    area.value = text
    area.select()
    const done = document.execCommand("copy")
    area.remove()
    button.focus()
    return done
  }
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

// A link marked data-key is followed by that key from anywhere, unless something is being typed.
function pressLinks(root) {
  const onKey = event => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
    const link = root.querySelector(`a[data-key="${event.key}"]`)
    if (!link || typing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    link.click()
  }
  addEventListener("keydown", onKey)
  return () => removeEventListener("keydown", onKey)
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".mirps")
  const described = JSON.stringify(data.nodes)
  if (root.described !== described) {
    replaceKeepingFocus(root, data.nodes.map(build))
    root.described = described
  }
  if (data.language) document.documentElement.lang = data.language
  if (data.shown) arrive(data.shown)
  if (data.go && root.went !== data.go.number) {
    root.went = data.go.number
    go(data.go.href, data.go.how)
  }
  root.onclick = event => {
    follow(event)
    copy(event)
  }
  root.onkeydown = moveWithin
  root.stopPressing?.()
  root.stopPressing = data.keys ? pressLinks(root) : undefined
  root.toggleAttribute("data-drawer", Boolean(data.keys))
  return () => {
    root.stopPressing?.()
    if (data.keys) returnFocus()
  }
}
