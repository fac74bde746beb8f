// Characters by the glyph names of encodings (ISO 32000-2 annex D; Adobe Glyph List).

/** The standard Latin character set and what Windows adds to it, in the order of LATIN. */
const NAMES = [
  'space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright',
  'asterisk plus comma hyphen period slash zero one two three four five six seven eight nine',
  'colon semicolon less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W',
  'X Y Z bracketleft backslash bracketright asciicircum underscore grave a b c d e f g h i j k',
  'l m n o p q r s t u v w x y z braceleft bar braceright asciitilde space exclamdown cent',
  'sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft',
  'logicalnot hyphen registered macron degree plusminus twosuperior threesuperior acute mu',
  'paragraph periodcentered cedilla onesuperior ordmasculine guillemotright onequarter onehalf',
  'threequarters questiondown Agrave Aacute Acircumflex Atilde Adieresis Aring AE Ccedilla',
  'Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex Idieresis Eth Ntilde Ograve',
  'Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute Ucircumflex Udieresis',
  'Yacute Thorn germandbls agrave aacute acircumflex atilde adieresis aring ae ccedilla egrave',
  'eacute ecircumflex edieresis igrave iacute icircumflex idieresis eth ntilde ograve oacute',
  'ocircumflex otilde odieresis divide oslash ugrave uacute ucircumflex udieresis yacute thorn',
  'ydieresis dotlessi Lslash lslash OE oe Scaron scaron Ydieresis Zcaron zcaron florin',
  'circumflex caron breve dotaccent ring ogonek tilde hungarumlaut endash emdash quoteleft',
  'quoteright quotesinglbase quotedblleft quotedblright quotedblbase dagger daggerdbl bullet',
  'ellipsis perthousand guilsinglleft guilsinglright fraction Euro trademark minus fi fl',
].flatMap((line) => line.split(' '));

/** Characters of the standard Latin set, which the widths of the standard fonts are listed by. */
export const LATIN: readonly string[] = Array.from(
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopq' +
    'rstuvwxyz{|}~\u00a0\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7\u00a8\u00a9\u00aa' +
    '\u00ab\u00ac\u00ad\u00ae\u00af\u00b0\u00b1\u00b2\u00b3\u00b4\u00b5\u00b6\u00b7\u00b8' +
    '\u00b9\u00ba\u00bb\u00bc\u00bd\u00be\u00bf\u00c0\u00c1\u00c2\u00c3\u00c4\u00c5\u00c6' +
    '\u00c7\u00c8\u00c9\u00ca\u00cb\u00cc\u00cd\u00ce\u00cf\u00d0\u00d1\u00d2\u00d3\u00d4' +
    '\u00d5\u00d6\u00d7\u00d8\u00d9\u00da\u00db\u00dc\u00dd\u00de\u00df\u00e0\u00e1\u00e2' +
    '\u00e3\u00e4\u00e5\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef\u00f0' +
    '\u00f1\u00f2\u00f3\u00f4\u00f5\u00f6\u00f7\u00f8\u00f9\u00fa\u00fb\u00fc\u00fd\u00fe' +
    '\u00ff\u0131\u0141\u0142\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02c7' +
    '\u02d8\u02d9\u02da\u02db\u02dc\u02dd\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e' +
    '\u2020\u2021\u2022\u2026\u2030\u2039\u203a\u2044\u20ac\u2122\u2212\ufb01\ufb02',
);

/** Two names stand twice, for the no-break space and the soft hyphen too: the first place counts. */
const BY_NAME = new Map(NAMES.map((name, index) => [name, LATIN[index] ?? ''] as const).reverse());

/** The characters a glyph's name stands for, undefined where it says nothing (AGL specification 2). */
export function characterOfGlyph(name: string): string | undefined {
  const [base = ''] = name.split('.');
  const known = BY_NAME.get(base);
  if (known !== undefined) return known;
  const hex = /^(?:uni((?:[0-9A-F]{4}){1,4})|u([0-9A-F]{4,6}))$/.exec(base);
  if (hex === null) return undefined;
  const [, units, scalar = ''] = hex;
  const codes = units === undefined ? [scalar] : (units.match(/.{4}/g) ?? []);
  return codes.map((code) => String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff))).join('');
}
