/** A few letters of each block of Unicode that people or pranksters type: name and first code point, as in Blocks.txt. */
const starts = `Basic Latin 21|Latin-1 Supplement a1|Latin Extended-A 100|Latin Extended-B 180|IPA Extensions 250|Spacing Modifier Letters 2b0
Combining Diacritical Marks 300|Greek and Coptic 370|Cyrillic 400|Cyrillic Supplement 500|Armenian 531|Hebrew 5d0|Arabic 620|Syriac 710
Arabic Supplement 750|Thaana 780|NKo 7c0|Samaritan 800|Mandaic 840|Arabic Extended-A 8a0|Devanagari 905|Bengali 985|Gurmukhi a05
Gujarati a85|Oriya b05|Tamil b85|Telugu c05|Kannada c85|Malayalam d05|Sinhala d85|Thai e01|Lao e81|Tibetan f40|Myanmar 1000|Georgian 10a0
Hangul Jamo 1100|Ethiopic 1200|Cherokee 13a0|Canadian Aboriginal 1401|Ogham 1680|Runic 16a0|Tagalog 1700|Khmer 1780|Mongolian 1820
Limbu 1900|Tai Le 1950|Buginese 1a00|Tai Tham 1a20|Combining Marks Extended 1ab0|Balinese 1b05|Sundanese 1b83|Lepcha 1c00|Ol Chiki 1c50
Vedic Extensions 1cd0|Phonetic Extensions 1d00|Combining Marks Supplement 1dc0|Latin Extended Additional 1e00|Greek Extended 1f00
General Punctuation 2010|Superscripts and Subscripts 2070|Currency Symbols 20a0|Combining Marks for Symbols 20d0|Letterlike Symbols 2100
Number Forms 2150|Arrows 2190|Mathematical Operators 2200|Miscellaneous Technical 2300|Control Pictures 2400|Optical Character Recognition 2440
Enclosed Alphanumerics 2460|Box Drawing 2500|Block Elements 2580|Geometric Shapes 25a0|Miscellaneous Symbols 2600|Dingbats 2700
Braille Patterns 2800|Supplemental Punctuation 2e00|CJK Radicals 2e80|Kangxi Radicals 2f00|Ideographic Description 2ff0|CJK Symbols 3001
Hiragana 3041|Katakana 30a1|Bopomofo 3105|Hangul Compatibility Jamo 3131|Enclosed CJK 3200|CJK Compatibility 3300|CJK Extension A 3400
Hexagrams 4dc0|CJK Unified Ideographs 4e00|Yi Syllables a000|Lisu a4d0|Vai a500|Cyrillic Extended-B a640|Bamum a6a0|Latin Extended-D a720
Syloti Nagri a800|Phags-pa a840|Saurashtra a882|Kayah Li a900|Javanese a984|Cham aa00|Meetei Mayek abc0|Hangul Syllables ac00
Private Use e000|CJK Compatibility Ideographs f900|Alphabetic Presentation Forms fb00|Arabic Presentation Forms-A fb50|Variation Selectors fe00
Vertical Forms fe10|Combining Half Marks fe20|CJK Compatibility Forms fe30|Small Form Variants fe50|Arabic Presentation Forms-B fe70
Halfwidth and Fullwidth ff01|Specials fff9|Linear B 10000|Aegean Numbers 10100|Ancient Greek Numbers 10140|Phaistos Disc 101d0|Lycian 10280
Old Italic 10300|Gothic 10330|Ugaritic 10380|Old Persian 103a0|Deseret 10400|Cypriot 10800|Phoenician 10900|Kharoshthi 10a00|Avestan 10b00
Old Turkic 10c00|Brahmi 11003|Kaithi 11083|Sharada 11183|Cuneiform 12000|Egyptian Hieroglyphs 13000|Bamum Supplement 16800|Miao 16f00
Tangut 17000|Kana Supplement 1b000|Duployan 1bc00|Musical Symbols 1d100|Mathematical Alphanumeric 1d400|Sutton SignWriting 1d800
Adlam 1e900|Arabic Mathematical 1ee00|Mahjong Tiles 1f000|Playing Cards 1f0a1|Enclosed Alphanumeric Supplement 1f100|Regional Indicators 1f1e6
Pictographs 1f300|Emoticons 1f600|Transport Symbols 1f680|Alchemical Symbols 1f700|Supplemental Symbols 1f900|CJK Extension B 20000
CJK Compatibility Supplement 2f800|Tags e0020|Variation Selectors Supplement e0100|Private Use Plane 15 f0000|Private Use Plane 16 100000
Last of all 10fffa`;

export interface UnicodeBlock {
  readonly name: string;
  /** Six code points from its start on, assigned or not. */
  readonly sample: string;
}

export const unicodeBlocks: readonly UnicodeBlock[] = starts.split(/[|\n]/u).map((entry) => {
  const [, name = '', first = ''] = /^(.+) ([\da-f]+)$/u.exec(entry) ?? [];
  const start = Number.parseInt(first, 16);
  return { name, sample: String.fromCodePoint(...[0, 1, 2, 3, 4, 5].map((step) => start + step)) };
});
