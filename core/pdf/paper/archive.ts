// What makes a document a PDF/A-2b (ISO 19005-2): metadata that says so, what its colours mean, an identifier;
// and for readers: title and language (ISO 14289-1 7.1, 7.2).
import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import type { Language } from '../../domain/language.ts';
import { srgbProfile } from './srgb-profile.ts';

export interface Description {
  readonly title: string;
  readonly language: Language;
  readonly time: Date;
  /** "Pena 1.0.0" */
  readonly tool: string;
  /** What is told from another document by its identifier. */
  readonly said: string;
}

export function describe(document: PDFDocument, description: Description): void {
  const { title, language, time, tool, said } = description;
  const { context, catalog } = document;
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage(language === 'id' ? 'id-ID' : 'en');
  document.setProducer(tool);
  document.setCreator(tool);
  document.setCreationDate(time);
  document.setModificationDate(time);
  const metadata = context.stream(Buffer.from(xmp(description)), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }));
  const name = PDFHexString.fromText('sRGB IEC61966-2.1');
  catalog.set(
    PDFName.of('OutputIntents'),
    context.obj([
      {
        Type: 'OutputIntent',
        S: 'GTS_PDFA1',
        OutputConditionIdentifier: name,
        Info: name,
        DestOutputProfile: profile,
      },
    ]),
  );
  const id = PDFHexString.of(createHash('sha256').update(said).digest('hex').slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
}

/** The dates and names are those of the information dictionary: a reader may hold either. */
function xmp({ title, language, time, tool }: Description): string {
  const date = `${time.toISOString().slice(0, 19)}Z`;
  const said = (text: string): string =>
    text.replace(/[&<>]/g, (character) => `&#${String(character.codePointAt(0))};`);
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${said(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${language === 'id' ? 'id-ID' : 'en'}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${said(tool)}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<pdf:Producer>${said(tool)}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}
