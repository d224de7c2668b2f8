/** What stands where a site keeps the rest of an article to itself, as data; applied by src/ingest/boilerplate.ts. */
import type { BoilerplateRule } from '../boilerplate.ts';

export const paywallRules: readonly BoilerplateRule[] = [
  {
    kind: 'notice',
    where: 'anywhere',
    reason: 'the rest is for subscribers',
    lines: [
      "you(?:'ve| have) (?:read|used|reached|viewed) (?:\\d+|all|one|two|three|your|the) .{0,40}\\b(?:free|complimentary|monthly) (?:articles?|stories|limit)\\b.{0,120}",
      '(?:to (?:continue|keep) reading|to read (?:on|the (?:full|rest of the|whole) (?:article|story)))\\b.{0,30}\\b(?:log|sign|subscribe|register|create|become|buy)\\b.{0,80}',
      '(?:please )?(?:subscribe|log ?in|sign (?:in|up)|register)(?: (?:now|today|for free|or (?:subscribe|log ?in|sign (?:in|up)|register)))? to (?:continue|keep|read on|unlock|read (?:the|this) (?:full|rest|whole|article|story))\\b.{0,80}',
      'this (?:article|story|content|post|page) is (?:only |exclusively )?(?:for|available (?:only )?to|reserved for) (?:our )?(?:paying |paid |registered )?(?:subscribers|members|users|readers)\\b.{0,100}',
      'want (?:all|more) of .{1,40}\\? ?subscribe.{0,20}',
      '(?:thank you for your patience|please wait) while we verify access.{0,140}',
      'il vous reste \\d{1,3}(?:[.,]\\d+)? ?% de cet article.{0,100}',
      '(?:la suite(?: de cet article)?|cet article|ce contenu|le reste) est réservée? (?:aux|à nos) abonnée?s.{0,80}',
      'sie (?:möchten|wollen) weiterlesen ?\\? ?.{0,60}(?:abo|anmelden|registrieren|abonnieren)(?!\\p{L}).{0,60}',
      '(?:jetzt|hier) (?:das |ein )?(?:probe-?|digital-?|pur-?)?abo (?:abschließen|testen|bestellen|sichern).{0,80}',
      '(?:dieser artikel|dieser inhalt|der volle artikel) ist (?:nur |exklusiv )?für (?:unsere )?abonnent.{0,80}',
      '(?:este (?:artículo|contenido)|esta noticia) es (?:sol[oa]|exclusiv[oa]|exclusivamente) para (?:suscriptores|socios|abonados).{0,80}',
      'para (?:seguir|continuar) leyendo,? .{0,40}(?:suscr|regístr|inici).{0,60}',
    ],
  },
  {
    kind: 'notice',
    where: 'anywhere',
    reason: 'an advertisement, and how to get past it',
    lines: [
      'skip (?:past )?(?:the |this )?advertisements?',
      'advertisements? ?[·•|/–-] ?(?:scroll|article|story).{0,40}',
    ],
  },
  {
    kind: 'notice',
    where: 'anywhere',
    reason: 'asks for consent',
    lines: [
      '.{0,60}\\bmit werbung und cookies (?:weiterlesen|weitersurfen|lesen|nutzen)\\b.{0,120}',
      '(?:avec votre accord, )?(?:nos partenaires et )?nous(?: et nos partenaires)? utilisons des cookies\\b.{0,120}',
      'continuer sans accepter.{0,20}',
    ],
  },
  {
    kind: 'notice',
    where: 'anywhere',
    reason: 'sells the picture, or tells of the agency',
    lines: [
      '(?:.{0,150}\\breuters\\b.{0,40} )?acquire licensing rights(?:,? opens new tab)?',
      'our standards ?: ?.{1,80}\\bprinciples.{0,20}',
    ],
  },
  {
    kind: 'share',
    where: 'anywhere',
    reason: 'an invitation, in other languages',
    lines: [
      'suivez-nous (?:aussi )?sur .{1,60}',
      'folgen sie uns (?:auch )?(?:auf|bei) .{1,60}',
      'síguenos en .{1,60}',
      'newsletter ?:.{0,120}\\b(?:anmelden|abonnieren|inscrivez-vous|suscríbete).{0,10}',
    ],
  },
  {
    kind: 'post-meta',
    where: 'anywhere',
    reason: 'how long it takes to read, in other languages',
    lines: ['(?:lesedauer|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura) ?:? ?(?:ca\\. ?)?\\d.{0,15}'],
  },
];
