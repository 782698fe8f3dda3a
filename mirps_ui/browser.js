// All that the dashboard says to the browser: the address and its history, the place on the page, the focus.
// It leans on two things of Streamlit's: the states that stApp names in its attributes, and that a popstate event makes
// it show what the address asks for.
const part = name => document.querySelector(`[data-testid="${name}"]`)
const isConnected = () => part("stApp")?.dataset.testConnectionState === "CONNECTED"
const isIdle = () => part("stApp")?.dataset.testScriptState === "notRunning"
const isPlain = event => !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
const push = history.pushState
const told = document.documentElement.dataset // `shown`: the address that the page shows, as its last run said
let place = history.state?.scroll // where the page is held while it changes; undefined: the reader has it
let holding, keeping, opener
const resized = new ResizeObserver(hold)

// An address within the dashboard, its parameters in one order, without those of that name.
function plainAddress(address, ...without) {
  const url = new URL(address, document.baseURI)
  without.forEach(name => url.searchParams.delete(name))
  url.searchParams.sort()
  return `${url.pathname}?${url.searchParams}`
}
const isShown = () => told.shown === plainAddress(location.href)
const listOf = address => plainAddress(address, "commitment", "lang", "measure", "by", "screen", "pin")

// A plain click on a link to one of our pages is followed without loading everything again. Any other click is the
// browser's, and every click is while there is no connection: nobody would answer.
function follow(event) {
  const link = event.target.closest("a[data-page]")
  if (!link || !isPlain(event) || !isConnected()) return
  event.preventDefault()
  if (!link.closest("[data-drawer]")) opener = link
  go(link.href, "pushState", link.closest("nav"))
}

// Goes to an address. Another list begins at its top; a choice made in a row of choices stays in view.
function go(href, how, isChoice = false) {
  keepPlace()
  const [from, to] = [new URL(location.href), new URL(href, document.baseURI)]
  const stays = listOf(from) === listOf(to) || (isChoice && from.pathname === to.pathname)
  const isStep = how === "pushState" && plainAddress(from) !== plainAddress(to)
  place = stays ? part("stMain")?.scrollTop : 0
  ;(isStep ? push : history.replaceState).call(history, { scroll: place }, "", to)
  dispatchEvent(new PopStateEvent("popstate"))
  hold()
}

// What is typed changes the address without a step of its own in the history.
history.pushState = function (...step) {
  return (document.activeElement?.matches("input") ? history.replaceState : push).apply(history, step)
}

// The history remembers how far each of its addresses was scrolled.
function keepPlace() {
  const scroll = part("stMain")?.scrollTop
  if (place === undefined && isShown()) history.replaceState({ ...history.state, scroll }, "")
}

// While the page changes it is held where it is to be, until it has stood still for a moment or the reader moves it.
function hold() {
  clearTimeout(holding)
  const main = part("stMain")
  if (place === undefined || !main) return
  if (isShown()) main.scrollTop = place
  holding = setTimeout(() => (isShown() && isIdle() ? land() : hold()), 400)
}

function land() {
  if (place === 0 && document.activeElement === document.body) focusHeadline(document)
  place = undefined
}

function focusHeadline(root) {
  const headline = root.querySelector(".mirps h1")
  headline?.setAttribute("tabindex", "-1")
  headline?.focus({ preventScroll: true })
}

// A run says which address it shows. Streamlit's own navigation lands at the top of a page too.
function arrive(address) {
  const before = told.shown
  told.shown = plainAddress(address)
  const isOtherPage = before && before.split("?")[0] !== told.shown.split("?")[0]
  if (place === undefined && isOtherPage) place = 0
  resized.observe(part("stMainBlockContainer"))
  hold()
}

// The elements are built anew with the focus on what has the same name as before: on a filter that was followed, say.
const nameOf = element => element.dataset.same ?? (element.ariaLabel || element.firstChild?.textContent || "").trim()
function replaceKeepingFocus(root, nodes) {
  const focused = root.contains(document.activeElement) && document.activeElement
  const namesakes = () => [...root.querySelectorAll("a, button")].filter(other => nameOf(other) === nameOf(focused))
  const index = focused ? namesakes().indexOf(focused) : 0
  root.replaceChildren(...nodes)
  if (!focused) return
  const again = namesakes()[index] ?? namesakes()[0]
  again ? again.focus({ preventScroll: true }) : focusHeadline(root.parentElement)
}

// When the drawer closes, the focus returns to the link that opened it.
function returnFocus() {
  setTimeout(() => opener?.isConnected && !document.querySelector('[role="dialog"]') && opener.focus({ preventScroll: true }), 400)
}

// Once the connection is back, the page is brought to the address: a click may have been lost on the way.
new MutationObserver(() => {
  if (isConnected() && told.shown && !isShown()) dispatchEvent(new PopStateEvent("popstate"))
}).observe(document.body, { subtree: true, attributeFilter: ["data-test-connection-state"] })

addEventListener("pagehide", keepPlace)
addEventListener("popstate", event => {
  if (!event.isTrusted) return
  place = event.state?.scroll ?? 0
  hold()
})
addEventListener("scroll", () => {
  clearTimeout(keeping)
  keeping = setTimeout(keepPlace, 150)
}, true)
for (const moving of ["wheel", "touchstart", "pointerdown", "keydown"])
  addEventListener(moving, () => (place = undefined), { capture: true, passive: true })
