"""Orders set as papers for the tests: PDF by typst in several layouts, scans, DOCX, HTML."""

from __future__ import annotations

import functools
import io
import json
import tempfile
from pathlib import Path
from random import Random

import pypdfium2
import typst
from PIL import Image

from soordered.orders.fields_from_reading import reading_fields
from soordered.orders.order_reading import OrderReading
from soordered.orders.order_text import order_text

PLAIN = """
#set page(width: 612pt, height: 792pt, margin: 72pt)
#set text(font: "Libertinus Serif", size: 12pt, lang: "en")
#set par(leading: 0.65em, spacing: 1.4em)
#let body = json(bytes(sys.inputs.body))
#for p in body [#par[#p]]
"""
RUNNING = """
#set page(width: 612pt, height: 792pt, margin: 72pt,
  header: align(center, text(size: 9pt)[PROCEDURES FOR DISCOVERY]),
  footer: context [ORDER RE DISCOVERY #h(1fr) #counter(page).display()])
#set text(font: "Libertinus Serif", size: 11pt, lang: "en")
#set par(leading: 0.65em, spacing: 0.65em, first-line-indent: (amount: 24pt, all: true), justify: true)
#let body = json(bytes(sys.inputs.body))
#for p in body [#par[#p]]
"""
HYPHENATED = """
#set page(width: 400pt, height: 640pt, margin: 60pt, numbering: "1")
#set text(font: "Libertinus Serif", size: 12pt, lang: "en", hyphenate: true)
#set par(leading: 0.65em, spacing: 1.3em, justify: true)
#let body = json(bytes(sys.inputs.body))
#for p in body [#par[#p]]
"""
PLEADING = """
#let lines = 28
#set page(width: 612pt, height: 792pt, margin: (left: 108pt, right: 36pt, top: 60pt, bottom: 60pt),
  background: {
    place(top + left, dx: 97pt, line(length: 792pt, angle: 90deg, stroke: 0.5pt))
    place(top + left, dx: 100pt, line(length: 792pt, angle: 90deg, stroke: 0.5pt))
    place(top + right, dx: -28pt, line(length: 792pt, angle: 90deg, stroke: 0.5pt))
    place(top + left, dx: 0pt, dy: 60pt, block(width: 90pt, {
      set align(right)
      set par(leading: 12pt, spacing: 12pt)
      range(1, lines + 1).map(n => [#n]).join(linebreak())
    }))
    place(top + left, dx: 20pt, dy: 250pt, rotate(-90deg, reflow: true)[United States District Court \\ For the Northern District of California])
  },
  footer: context align(center, text(size: 10pt)[#counter(page).display()]))
#set text(font: "Libertinus Serif", size: 12pt, lang: "en", top-edge: 0.75em, bottom-edge: -0.25em)
#set par(leading: 12pt, spacing: 12pt, first-line-indent: (amount: 36pt, all: true))
#let body = json(bytes(sys.inputs.body))
#for p in body [#par[#p]]
"""
LAYOUTS = {"plain": PLAIN, "running": RUNNING, "hyphenated": HYPHENATED, "pleading": PLEADING}


@functools.cache
def _compiler(source: str) -> typst.Compiler:
    folder = Path(tempfile.mkdtemp())
    (folder / "main.typ").write_text(source, encoding="utf-8")
    return typst.Compiler(str(folder / "main.typ"))


def pdf_from_paragraphs(paragraphs: list[str], layout: str) -> bytes:
    """Set paragraphs as a PDF in one of the layouts."""
    return pdf_from_typst(LAYOUTS[layout], body=json.dumps(paragraphs))


def pdf_from_typst(source: str, **inputs: str) -> bytes:
    """Set a typst source as a PDF."""
    made = _compiler(source).compile(format="pdf", sys_inputs=inputs)
    assert isinstance(made, bytes)
    return made


def paragraphs_of(path: Path) -> list[str]:
    """Return the paragraphs of a text of the corpus, its own layout taken out."""
    text = order_text(path.read_bytes().decode("utf-8"))
    return [text.clean[start:end] for start, end in text.paragraphs()]


def values_of(reading: OrderReading) -> list[str]:
    """Return what a reading says, without the places where it stands."""
    fields = [{key: value for key, value in one.items() if key not in _PLACES} for one in _provisions(reading)]
    return sorted(json.dumps(one, sort_keys=True, default=str) for one in fields)


def _provisions(reading: OrderReading) -> list[dict[str, object]]:
    found = reading_fields(reading)["provisions"]
    assert isinstance(found, list)
    return found


_PLACES = frozenset({"rule", "quote", "start", "end", "also_at", "page", "line", "boxes"})

FULL = """
#set page(width: 612pt, height: 792pt, margin: 72pt, footer: context align(center)[#counter(page).display()])
#set text(font: "Libertinus Serif", size: 12pt, lang: "en")
#set par(leading: 0.65em, spacing: 1.3em, justify: true)
#align(center)[*UNITED STATES DISTRICT COURT \\ NORTHERN DISTRICT OF CALIFORNIA*]
#v(12pt)
#grid(columns: (220pt, 20pt, 200pt), align: left,
 [BRAMBLE TOOLS, INC., \\ #h(40pt) Plaintiff, \\ #h(20pt) v. \\ OSIER WORKS LLC, et al., \\ #h(40pt) Defendants.],
 [) \\ ) \\ ) \\ ) \\ )],
 [Case No. 3:11-cv-04321-VB (QRS) \\ \\ *ORDER RE DISCOVERY DISPUTES \\ AND JOINT LETTERS*])
#v(12pt)
The Court sets these procedures for every discovery dispute in this matter.#footnote[A dispute about a privilege log is a discovery dispute. Counsel shall log each document within twenty (20) days of its withholding.] Counsel shall telephone each other within six (6) court days of a request.

+ Lead trial counsel shall meet in person within nine (9) business days of the demand. A meeting by telephone does not satisfy this paragraph, and no letter will be considered without it.
+ Within four (4) court days of the meeting, the parties shall file a joint letter:
  + of no more than six pages; and
  + with each side's position and proposed compromise on every issue that remains in dispute between them.
+ The Court will set a hearing if one is needed.

The schedule is as follows:

#table(columns: (260pt, 180pt), stroke: none, row-gutter: 4pt,
 [Fact discovery cutoff], [March 2, 2012],
 [Opening expert reports shall be served by], [April 6, 2012],
 [Dispositive motions shall be filed by the date in this column, and noticed for hearing], [June 1, 2012])

#pad(x: 36pt)[Any party who withholds a document shall say so in the response, and shall serve a log that names the author, the date and every recipient of it.]

#lorem(200)

Counsel shall deliver one chambers copy by noon on the next business day after filing.#footnote[The copy shall be three-hole punched.]

IT IS SO ORDERED.

#v(20pt)
#grid(columns: (200pt, 1fr), [Dated: May 3, 2011], [#line(length: 180pt) \\ ADA NKEMELU \\ United States Magistrate Judge])
"""
"""An order of ours with a caption in two columns, footnotes, nested lists, a table and a signature block."""


def scan_of(pdf: bytes, *, tilt: float = 0.5, dots_an_inch: int = 200, seed: int = 7) -> list[Image.Image]:
    """Return the pages of a PDF as a scanner gives them: grey, a little askew, with dust and noise."""
    random = Random(seed)  # noqa: S311  dust, not secrets
    document = pypdfium2.PdfDocument(pdf)
    pages: list[Image.Image] = []
    for page in document:
        drawn = page.render(scale=dots_an_inch / 72).to_pil().convert("L")
        drawn = drawn.rotate(random.choice((-1, 1)) * tilt, resample=Image.Resampling.BILINEAR, fillcolor=255)
        noise = Image.effect_noise(drawn.size, 24)
        pages.append(Image.blend(drawn, noise, 0.12).point(lambda shade: min(255, shade + 18)))
    document.close()
    return pages


def file_of_pages(pages: list[Image.Image], form: str, *, dots_an_inch: int = 200) -> bytes:
    """Save scanned pages as one file: ``pdf``, ``tiff``, or the first of them as ``png`` or ``jpeg``."""
    buffer = io.BytesIO()
    copies = [page.copy() for page in pages]
    if form == "pdf":
        copies[0].save(buffer, "PDF", save_all=True, append_images=copies[1:], resolution=dots_an_inch)
    elif form == "tiff":
        copies[0].save(buffer, "TIFF", save_all=True, append_images=copies[1:], dpi=(dots_an_inch, dots_an_inch))
    else:
        copies[0].save(buffer, form.upper(), dpi=(dots_an_inch, dots_an_inch))
    return buffer.getvalue()


def raw_pdf(*objects: str, root: str = "1 0 R") -> bytes:
    """A PDF written by hand, with whatever the objects say."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root {root} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
