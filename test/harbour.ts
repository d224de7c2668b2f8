/** A small invented world, in three articles, for tests of names and answers. */
export const harbour: Readonly<Record<string, string>> = {
  'strike.md': `---
title: The dock strike of Port Ellery
author: Ines Marlowe
publisher: The Harbour Review
published: 1987-05-02
url: https://example.org/strike
lang: en
---

Port Ellery, a town on the northern coast, lived from its docks. Osric Vandermeer, the chairman of the Dockers' Union, called a strike on 4 March 1987. Vandermeer said that the dock would stand still until the wages rose. President Halina Dubrovska refused to meet him.

## The blockade

The blockade of Port Ellery began in April 1987 and lasted three weeks. General Tobias Okonjo commanded the troops at the harbour. Okonjo wrote later that no shot was fired. The Dockers' Union Council (DUC) met every night.

## The agreement

On 2 May 1987 the Ellery Agreement was signed. It raised wages by a tenth. Dubrovska signed it, and Vandermeer signed it after her.
`,
  'harbour.txt': `A harbour that stood still

By Jonas Reed

Port Ellery lies on the northern coast, near the mouth of the Sill. Its harbour was built in 1902.

Osric Vandermer led the dockers for a decade. People in Port Ellery still speak of him.

The council of the DUC has its office in the old customs house. Lena Okonjo runs a bakery beside it.

Post a comment

Your e-mail address will never be published.
`,
  'copy.md': `---
title: A reprint
publisher: The Evening Gazette
---

On 2 May 1987 the Ellery Agreement was signed. It raised wages by a tenth. Dubrovska signed it, and Vandermeer signed it after her.

Zdravko Quill has nothing to do with the strike. He paints ships.
`,
};
