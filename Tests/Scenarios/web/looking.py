"""How a page is looked at: axe-core in both themes, valid HTML, narrow, with wider text."""
import re

import html5lib

WIDE_TEXT = """const style = new CSSStyleSheet();
style.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'
  + ' p { margin-bottom: 2em !important }');
document.adoptedStyleSheets = [style];"""
WIDEST = """return [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > arguments[0])
  .map(e => e.outerHTML.slice(0, 90)).slice(-3)"""


def valid(check, name, source):
    """The parser's own errors, and what it does not look for: names that stand twice or lead nowhere."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(source)
    check(not parser.errors, f"{name}: valid HTML {[e[1:] for e in parser.errors][:3]}")
    names = [e.get("id") for e in tree.iter() if e.get("id")]
    check(len(names) == len(set(names)), f"{name}: every id once {[n for n in names if names.count(n) > 1][:3]}")
    for element in tree.iter():
        for attribute in ("aria-labelledby", "aria-describedby", "for"):
            for target in (element.get(attribute) or "").split():
                check(target in names, f"{name}: {attribute}={target} leads somewhere")
        if element.tag == "a" and (element.get("href") or "").startswith("#"):
            check(element.get("href")[1:] in names, f"{name}: {element.get('href')} leads somewhere")
        if element.tag == "img":
            check(element.get("alt") is not None and element.get("width"), f"{name}: a picture has alt and size")
    levels = [int(e.tag[1]) for e in tree.iter() if isinstance(e.tag, str) and re.fullmatch(r"h[1-6]", e.tag)]
    check(levels.count(1) == 1, f"{name}: one first heading {levels}")
    check(all(b <= a + 1 for a, b in zip(levels, levels[1:])), f"{name}: headings skip no level {levels}")


ACROSS = """const text = e => e.textContent.trim().replace(/\\s+/g, ' ');
return {menu: [...document.querySelectorAll('.top nav a')].map(text), lang: document.documentElement.lang,
  heading: text(document.querySelector('h1')), title: document.title.replace(/\\s+/g, ' '),
  labels: [...document.querySelectorAll('main label[for]')].map(e => [document.getElementById(e.htmlFor), text(e)])
    .map(([field, label]) => [field?.name, field?.autocomplete, label]),
  about: [...document.querySelectorAll('main input')].filter(e => ['login', 'password', 'current'].includes(e.name)
    && !e.autocomplete).length}"""
menus, labels = {}, {}


def compare(check, window, name):
    """What holds from page to page: one menu with the search, titles that say the heading, one label for one field."""
    page = window.run(ACROSS)
    menu = menus.setdefault(page["lang"], page["menu"][:4])
    check(page["menu"][:4] == menu and {"Rechercher", "Search"} & set(menu), f"{name}: the menu {page['menu']}, not {menu}")
    check(page["heading"] in page["title"] or page["title"].split(" – ")[0] in page["heading"], f"{name}: the title {page['title']!r} says the heading {page['heading']!r}")
    check(page["lang"] in ("fr", "en"), f"{name}: a language, not {page['lang']}")
    check(not page["about"], f"{name}: fields about oneself say what for")
    for field, purpose, label in page["labels"]:
        if field in ("login", "password", "again", "current", "q", "note"):
            known = labels.setdefault((page["lang"], field, purpose), label)
            check(label == known, f"{name}: the field {field} is {label!r} and {known!r}")


def look(check, server, window, name, is_answer=False):
    """One page in both themes, narrow, and with wider text; its source is asked for again, unless it answers a form."""
    if not is_answer:
        kept = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in window.driver.get_cookies())
        valid(check, name, server.get(window.driver.current_url.removeprefix(server.url), Cookie=kept)[2])
    compare(check, window, name)
    for dark in (False, True):
        window.dark(dark)
        found = window.axe()
        check(not found, f"{name}, {'dark' if dark else 'light'}: {found}")
    window.dark(False)
    for width in (320, 640):
        window.width(width)
        wide = window.run("return document.documentElement.scrollWidth")
        check(wide <= width, f"{name}: fits in {width} pixels, is {wide}: {window.run(WIDEST, width)}")
    window.run(WIDE_TEXT)
    wide = window.run("return document.documentElement.scrollWidth")
    check(wide <= 640, f"{name}: fits with wider text, is {wide}")
    window.run("document.adoptedStyleSheets = []")
    window.width(1280)
