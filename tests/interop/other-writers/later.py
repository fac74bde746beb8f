# Every kind of later change, made with other programs, on each of the files that writers have signed.
#   later.py KEY.p12 PASSPHRASE FOLDER < {"writer": "signed.pdf"}   prints {"writer": {"change": "changed.pdf"}}
# A program that is not here is left out, and so is what a document has no place for (a form to be filled in).
import json
import logging
import os
import shutil
import subprocess
import sys
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation import DocumentSecurityStore
from pyhanko.stamp import TextStampStyle
from pypdf import PdfWriter

try:
    import pymupdf
except ImportError:
    pymupdf = None
try:
    import pikepdf
except ImportError:
    pikepdf = None

logging.disable(logging.CRITICAL)


class NoPlace(Exception):
    pass


def by_pyhanko(signer):
    def updated(data, change):
        one, out = IncrementalPdfFileWriter(BytesIO(data), strict=False), BytesIO()
        change(one)
        one.write(out)
        return out.getvalue()

    def dss(data):
        file, certs = BytesIO(data), [signer.signing_cert]
        DocumentSecurityStore.add_dss(file, None, certs=certs, ocsps=(), crls=(), strict=False)
        return file.getvalue()

    def stamp(data):
        authority = DummyTimeStamper(
            tsa_cert=signer.signing_cert,
            tsa_key=signer.signing_key,
            certs_to_embed=signer.cert_registry,
        )
        one = IncrementalPdfFileWriter(BytesIO(data), strict=False)
        return signers.PdfTimeStamper(authority).timestamp_pdf(one, 'sha256').getvalue()

    def sign(box):
        def signed(data):
            spec = SigFieldSpec('Lagi', box=box) if box else None
            style = TextStampStyle(stamp_text='Disahkan') if box else None
            meta = signers.PdfSignatureMetadata(field_name='Lagi')
            pdf = signers.PdfSigner(meta, signer=signer, new_field_spec=spec, stamp_style=style)
            one = IncrementalPdfFileWriter(BytesIO(data), strict=False)
            return pdf.sign_pdf(one).getvalue()

        return signed

    def fill(one):
        form = one.root['/AcroForm'] if '/AcroForm' in one.root else {}
        fields = form['/Fields'] if '/Fields' in form else []
        texts = [f for f in (fields[i] for i in range(len(fields))) if f['/T'] == 'nama']
        if not texts:
            raise NoPlace
        box = generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, 228, 20)])
        name = generic.pdf_name
        look = generic.StreamObject(
            {name('/Type'): name('/XObject'), name('/Subtype'): name('/Form'), name('/BBox'): box},
            stream_data=b'BT (Citra) Tj ET',
        )
        texts[0]['/V'] = generic.pdf_string('Citra')
        texts[0]['/AP'] = generic.DictionaryObject({name('/N'): one.add_object(look)})
        one.update_container(texts[0])

    def title(one):
        one.set_info(generic.DictionaryObject({generic.pdf_name('/Title'): generic.pdf_string('Baru')}))

    return {
        'validation data (pyHanko)': dss,
        'validation data and time stamp (pyHanko)': lambda data: stamp(dss(data)),
        'further signature (pyHanko)': sign(None),
        'further signature, visible (pyHanko)': sign((300, 200, 500, 260)),
        'form filled in (pyHanko)': lambda data: updated(data, fill),
        'metadata (pyHanko)': lambda data: updated(data, title),
    }


def by_pypdf():
    def updated(change):
        def made(data):
            one, out = PdfWriter(BytesIO(data), incremental=True), BytesIO()
            change(one)
            one.write(out)
            return out.getvalue()

        return made

    return {
        'page added (pypdf)': updated(lambda one: one.add_blank_page(200, 200)),
        'file attached (pypdf)': updated(lambda one: one.add_attachment('a.txt', b'x')),
    }


def by_pymupdf():
    def in_place(change):
        # It saves an increment only to the file that it has open.
        def made(data):
            path = os.path.join(sys.argv[3], 'pymupdf.pdf')
            with open(path, 'wb') as file:
                file.write(data)
            with pymupdf.open(path) as one:
                change(one)
                one.saveIncr()
            with open(path, 'rb') as file:
                return file.read()

        return made

    def fill(one):
        page = one[0]
        texts = [w for w in page.widgets() if w.field_name == 'nama']
        if not texts:
            raise NoPlace
        texts[0].field_value = 'Citra'
        texts[0].update()

    return {
        'metadata (PyMuPDF)': in_place(lambda one: one.set_metadata({'title': 'Baru'})),
        'form filled in (PyMuPDF)': in_place(fill),
        'text marked (PyMuPDF)': in_place(lambda one: one[0].add_highlight_annot((72, 690, 300, 730))),
        'note (PyMuPDF)': in_place(lambda one: one[0].add_text_annot((400, 400), 'Halo')),
        'text over text (PyMuPDF)': in_place(
            lambda one: one[0].add_freetext_annot((72, 110, 300, 150), 'Rp 9', fill_color=(1, 1, 1))
        ),
        'text on the page (PyMuPDF)': in_place(
            lambda one: one[0].insert_text((72, 160), 'Dibayar Rp 9.000.000')
        ),
        'text removed (PyMuPDF)': in_place(redact),
        'page removed (PyMuPDF)': in_place(remove),
    }


def redact(one):
    one[0].add_redact_annot(one[0].rect)
    one[0].apply_redactions()


def remove(one):
    if len(one) < 2:
        raise NoPlace
    one.delete_page(1)


def rewritten(folder):
    """Programs that write the whole file anew, which no signature survives."""
    source, target = (os.path.join(folder, f'anew-{n}.pdf') for n in 'ab')

    def run(*command):
        def made(data):
            with open(source, 'wb') as file:
                file.write(data)
            subprocess.run(command, check=False, capture_output=True)
            with open(target, 'rb') as file:
                return file.read()

        return made

    def pike(data):
        out = BytesIO()
        with pikepdf.open(BytesIO(data)) as one:
            one.save(out)
        return out.getvalue()

    programs = {
        'qpdf': ('qpdf', source, target),
        'Ghostscript': ('gs', '-q', '-o', target, '-sDEVICE=pdfwrite', source),
        'mutool': ('mutool', 'clean', source, target),
    }
    found = {
        f'written anew ({name})': run(*command)
        for name, command in programs.items()
        if shutil.which(command[0])
    }
    return {**found, **({'written anew (pikepdf)': pike} if pikepdf else {})}


def main(key, passphrase, folder):
    signer = signers.SimpleSigner.load_pkcs12(key, passphrase=passphrase.encode())
    changes = {
        **by_pyhanko(signer),
        **by_pypdf(),
        **(by_pymupdf() if pymupdf else {}),
        **rewritten(folder),
    }
    made = {}
    for writer, path in json.load(sys.stdin).items():
        with open(path, 'rb') as file:
            data = file.read()
        made[writer] = {}
        for change, make in changes.items():
            try:
                changed = make(data)
            except NoPlace:
                continue
            output = os.path.join(folder, f'later-{len(made)}-{len(made[writer])}.pdf')
            with open(output, 'wb') as file:
                file.write(changed)
            made[writer][change] = output
    print(json.dumps(made))


main(*sys.argv[1:])
