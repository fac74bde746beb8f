# Signs and changes a file as other programs do (pyHanko, pypdf), and says what pyHanko thinks of files.
#   later-changes.py write BASE.pdf KEY.p12 PASSPHRASE FOLDER
#   later-changes.py judge FILE...
import json
import logging
import os
import sys
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm, SigFieldSpec
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation import DocumentSecurityStore
from pyhanko.stamp import TextStampStyle
from pypdf import PdfWriter
from pypdf.annotations import FreeText, Highlight, Text
from pypdf.generic import ArrayObject, FloatObject

logging.disable(logging.CRITICAL)
NAME = generic.pdf_name


def write(base, key, passphrase, folder):
    signer = signers.SimpleSigner.load_pkcs12(key, passphrase=passphrase.encode())
    with open(base, 'rb') as file:
        plain = file.read()

    def writer(data):
        return IncrementalPdfFileWriter(BytesIO(data), strict=False)

    def written(one):
        out = BytesIO()
        one.write(out)
        return out.getvalue()

    def sign(data, name, box=None, **options):
        meta = signers.PdfSignatureMetadata(field_name=name, **options)
        spec = SigFieldSpec(name, box=box) if box else None
        style = TextStampStyle(stamp_text='Disahkan') if box or name == 'pengesahan' else None
        pdf = signers.PdfSigner(meta, signer=signer, new_field_spec=spec, stamp_style=style)
        return pdf.sign_pdf(writer(data)).getvalue()

    def certify(level):
        return sign(plain, 'Satu', certify=True, docmdp_permissions=level)

    def empty_field(data, spec):
        one = writer(data)
        fields.append_signature_field(one, spec)
        return written(one)

    def fill(data):
        one = writer(data)
        field = one.root['/AcroForm']['/Fields'][0]
        box = generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, 228, 20)])
        look = generic.StreamObject(
            {NAME('/Type'): NAME('/XObject'), NAME('/Subtype'): NAME('/Form'), NAME('/BBox'): box},
            stream_data=b'BT (Citra) Tj ET',
        )
        field['/V'] = generic.pdf_string('Citra')
        field['/AP'] = generic.DictionaryObject({NAME('/N'): one.add_object(look)})
        one.update_container(field)
        return written(one)

    def title(data):
        one = writer(data)
        one.set_info(generic.DictionaryObject({NAME('/Title'): generic.pdf_string('Baru')}))
        return written(one)

    def dss(data):
        file = BytesIO(data)
        DocumentSecurityStore.add_dss(file, None, certs=[signer.signing_cert], ocsps=(), crls=())
        return file.getvalue()

    def stamp(data):
        authority = DummyTimeStamper(
            tsa_cert=signer.signing_cert,
            tsa_key=signer.signing_key,
            certs_to_embed=signer.cert_registry,
        )
        return signers.PdfTimeStamper(authority).timestamp_pdf(writer(data), 'sha256').getvalue()

    def pypdf(data, change):
        one = PdfWriter(BytesIO(data), incremental=True)
        change(one)
        return written(one)

    def values(names, **options):
        return lambda one: one.update_page_form_field_values(one.pages[0], names, **options)

    def annotate(annotation):
        return lambda one: one.add_annotation(0, annotation)

    def highlight():
        points = ArrayObject([FloatObject(n) for n in (72, 730, 300, 730, 72, 690, 300, 690)])
        return Highlight(rect=(72, 690, 300, 730), quad_points=points)

    one = sign(plain, 'Satu')
    lock = FieldMDPSpec(FieldMDPAction.INCLUDE, fields=['nama'])
    locked = sign(
        empty_field(plain, SigFieldSpec('Satu', box=(72, 20, 200, 60), field_mdp_spec=lock)), 'Satu'
    )
    comments = certify(MDPPerm.ANNOTATE)
    files = {
        'pyhanko: nothing': one,
        'pyhanko: second signature': sign(one, 'Dua'),
        'pyhanko: second signature, visible': sign(one, 'Dua', box=(72, 200, 300, 260)),
        'pyhanko: empty field signed': sign(one, 'pengesahan'),
        'pyhanko: empty field added': empty_field(one, SigFieldSpec('Dua', box=(72, 20, 200, 60))),
        'pyhanko: certified P=2, empty field signed': sign(certify(MDPPerm.FILL_FORMS), 'pengesahan'),
        'pyhanko: certified P=1, validation data and stamp': stamp(dss(certify(MDPPerm.NO_CHANGES))),
        'pyhanko: certified P=1, filled in': fill(certify(MDPPerm.NO_CHANGES)),
        'pyhanko: filled in': fill(one),
        'pyhanko: locked, second signature': sign(locked, 'Dua'),
        'pyhanko: locked, filled in': fill(locked),
        'pyhanko: validation data': dss(one),
        'pyhanko: validation data and stamp': stamp(dss(one)),
        'pyhanko: title': title(one),
        'pypdf: filled in': pypdf(one, values({'nama': 'Dewi'}, auto_regenerate=False)),
        'pypdf: filled in, to be drawn anew': pypdf(one, values({'nama': 'Dewi'})),
        'pypdf: box ticked': pypdf(one, values({'setuju': '/Ya'}, auto_regenerate=False)),
        'pypdf: certified P=3, text marked': pypdf(comments, annotate(highlight())),
        'pypdf: certified P=3, note': pypdf(
            comments, annotate(Text(rect=(400, 400, 420, 420), text='Halo'))
        ),
        'pypdf: certified P=3, text over text': pypdf(
            comments, annotate(FreeText(rect=(72, 690, 300, 730), text='Rp 9'))
        ),
        'pypdf: text marked': pypdf(one, annotate(highlight())),
        'pypdf: title': pypdf(one, lambda w: w.add_metadata({'/Title': 'Baru'})),
        'pypdf: page added': pypdf(one, lambda w: w.add_blank_page(200, 200)),
        'pypdf: file attached': pypdf(one, lambda w: w.add_attachment('a.txt', b'x')),
    }
    names = {}
    for index, (name, data) in enumerate(files.items()):
        names[name] = os.path.join(folder, f'{index}.pdf')
        with open(names[name], 'wb') as file:
            file.write(data)
    print(json.dumps(names))


def judge(paths):
    """The first signature's modification level; SUSPICIOUS where pyHanko finds no explanation."""
    levels = {}
    for path in paths:
        try:
            with open(path, 'rb') as file:
                signature = PdfFileReader(file, strict=False).embedded_signatures[0]
                signature.compute_integrity_info()
                level = getattr(signature.diff_result, 'modification_level', None)
                levels[path] = 'SUSPICIOUS' if level is None else level.name
        except Exception:  # whatever a hostile file makes it say
            levels[path] = 'UNREADABLE'
    print(json.dumps(levels))


if sys.argv[1] == 'write':
    write(*sys.argv[2:])
else:
    judge(sys.argv[2:])
