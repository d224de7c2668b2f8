/**
 * What web pages put round an article, as data: one row a wording. A row is added with a line it must catch and a line it
 * must leave alone in test/ingest/boilerplate.test.ts. src/ingest/boilerplate.ts applies the rows.
 */
import type { BoilerplateKind } from '../model.ts';

export interface BoilerplateRule {
  readonly kind: BoilerplateKind;
  /** 'anywhere': cannot be a line of an article. 'edges': could be, so it counts only before the first or after the last prose. */
  readonly where: 'anywhere' | 'edges';
  /** Matches the whole line, without decoration at its ends, in any case; "'" also stands for "’". */
  readonly pattern: string;
  readonly reason: string;
}

const network =
  'facebook|twitter|x|google\\+?|linkedin|pinterest|reddit|whatsapp|telegram|tumblr|instagram|youtube|mastodon|bluesky|threads|flipboard|pocket|stumbleupon|digg|vk|viber|messenger';

const rows = (kind: BoilerplateKind, where: BoilerplateRule['where'], reason: string, ...patterns: string[]) =>
  patterns.map((pattern): BoilerplateRule => ({ kind, where, pattern, reason }));

export const boilerplateRules: readonly BoilerplateRule[] = [
  ...rows(
    'comment-form',
    'anywhere',
    'the form below a blog post',
    '(?:leave|post|write|submit|add) (?:a|your) (?:public |new )?(?:reply|comment|response)(?: to .{1,80})?(?: (?:below|here|now))?(?: cancel reply)?',
    '(?:click here to )?cancel reply|post comment|submit comment|leave comment|reply to this (?:comment|post)',
    "your e-?mail(?: address)? (?:will not|will never|won't) be (?:published|shared|displayed|made public).*",
    '(?:\\* ?)?(?:required fields are marked|(?:fields )?marked fields are required|(?:denotes|indicates) (?:a )?required (?:field|information)).{0,20}',
    'fill in your details below.*|you are commenting using your.*|connecting to %s',
    'notify me (?:of|about|when) .{0,60}(?:comments?|posts?|replies).{0,40}',
    'save my name,? e-?mail.*',
    '(?:your )?(?:name|e-?mail|mail|website|url|comment|message|phone|subject)(?: address)? ?(?:\\*|\\((?:required|optional|will not be published|never made public)[^)]*\\)?).{0,40}',
    'you (?:may|can) use (?:these|the following|some) html.*|x?html: you can use .*|allowed html tags.*',
    'this site uses akismet.*|learn how your comment data is processed',
    'comments? (?:are|is) (?:now |currently )?(?:closed|disabled|off|turned off|not allowed|moderated|welcome)(?: .{0,80})?|comments off(?: on .*)?|your comment is awaiting moderation',
    'be the first (?:one )?to (?:comment|reply|review|leave|write|post|rate)\\b.{0,60}',
    'no (?:comments|responses|replies)(?: yet| so far)?|there are no comments.{0,40}|(?:\\d+|one) (?:comments?|responses?|replies|reply|thoughts?)(?: (?:to|on) ["“‘«].*)?|comments? ?[(:] ?\\d+ ?\\)?',
    '(?:view|show|hide|see|load|read) (?:all |more |the |\\d+ |previous )*(?:comments|replies)(?: ?\\(\\d+\\))?|loading comments.{0,20}|join the (?:conversation|discussion)',
    'please enter (?:the|an|your) (?:characters|code|answer|e-?mail|name|comment).{0,80}|(?:solve the )?captcha.{0,60}',
  ),
  ...rows(
    'comment-form',
    'anywhere',
    'trackback lines of blog software',
    'you can (?:leave a response|skip to the end|follow any responses|follow (?:any )?comments).*',
    '(?:both )?comments and (?:pings|trackbacks) are .*|pings? (?:are|is) currently closed.*|responses are currently closed.*|both comments and pings are .*',
    'track ?backs?(?: ?(?:url|uri|link))?(?:(?: (?:and|&) |/)ping ?backs?)?(?: ?[:(].*)?|pingback ?:.*|no trackbacks(?: yet)?|rss feed for comments on this post.*',
  ),
  ...rows(
    'comment-form',
    'anywhere',
    'the form below a blog post, in other languages',
    '(?:schreiben? (?:sie )?einen kommentar|kommentar (?:schreiben|hinterlassen|verfassen|abschicken)|antwort(?:en)? abbrechen)(?: .{0,30})?|(?:deine|ihre) e-mail-adresse wird nicht veröffentlicht.*|(?:erforderliche|benötigte) felder sind .{0,40}',
    'laisser un commentaire(?: .{0,30})?|votre adresse (?:e-?mail|de messagerie) ne sera pas publiée.*|les champs obligatoires .{0,60}|annuler la réponse|poster un commentaire',
    '(?:deja|dejar|escribe|publicar) (?:una respuesta|un comentario)(?: .{0,30})?|(?:tu|su) dirección de correo(?: electrónico)? no será publicada.*|los campos (?:obligatorios|necesarios) .{0,60}',
    '(?:deixe|deixar) (?:um comentário|uma resposta)(?: .{0,30})?|o seu (?:endereço de )?e-?mail não será publicado.*|campos obrigatórios .{0,60}',
    'lascia un commento(?: .{0,30})?|il tuo indirizzo e-?mail non sarà pubblicato.*|i campi obbligatori .{0,60}|geef een reactie(?: .{0,30})?|(?:het|je) e-mailadres (?:wordt|zal) niet .{0,40}',
    'добавить комментарий|оставить комментарий|ваш (?:адрес )?e-?mail не будет опубликован.*|обязательные поля .{0,40}|bir (?:yanıt|cevap|yorum) yaz(?:ın)?|e-posta (?:hesabınız|adresiniz) yayımlanmayacak.*|dodaj komentarz|twój adres e-?mail nie zostanie opublikowany.*',
    'اترك (?:تعليق|رد)\\S*.{0,30}|لن يتم نشر عنوان بريدك.*|コメントを残す|メールアドレスが公開されることはありません.*|发表(?:评论|回复).{0,10}|您的(?:电子)?邮箱地址不会被公开.*',
  ),
  ...rows(
    'comment-form',
    'edges',
    'a word of a comment form, alone on its line',
    '(?:\\d+ )?comments?|repl(?:y|ies)|responses?|discussion|submit|name|e-?mail|website|message|add comment|have your say|what do you think\\??|sort by:?(?: (?:newest|oldest|best|top))?.{0,20}|(?:all )?comments (?:will be|are subject to) .{0,100}|kommentare?|commentaires?|comentarios?|комментарии',
  ),
  ...rows(
    'log-in',
    'anywhere',
    'a log-in row',
    '(?:sorry, )?(?:you (?:must|need to|have to)|please) (?:be )?(?:log(?:ged)?[- ]?in|sign(?:ed)?[- ]?in|register(?:ed)?)(?: (?:or|and) (?:register|sign up|create an account|subscribe))? (?:to|before) (?:post|leave|add|write|submit|comment|reply|rate|vote|continue|read|view|you can)\\b.{0,60}',
    '(?:log|sign) ?in(?: or (?:register|sign up|create an account))?(?: (?:to (?:comment|reply|post|leave|vote|rate|view|continue|your account|join|follow)|with (?:facebook|google|twitter|your)|now)\\b.{0,60})',
    `(?:${network}|wordpress(?:\\.com)?|gravatar) (?:photo|picture|logo|account|profile|avatar)`,
    '(?:you are )?(?:logged in|signed in|commenting) as .{1,60}|\\(? ?log ?out ?/ ?change ?\\)?|log ?in or register|already (?:have an account|a member|registered|a subscriber)\\?.{0,60}|not a member(?: yet)?\\?.{0,60}|(?:forgot|lost) (?:your )?password.{0,40}|remember me',
  ),
  ...rows(
    'log-in',
    'edges',
    'a log-in word, alone on its line',
    'log ?in|log ?out|sign ?in|sign ?up|sign ?out|register|my account|create (?:an )?account|password|username|logo',
  ),
  ...rows(
    'counter',
    'anywhere',
    'a count of visits, shares or votes',
    'visited [\\d,.]+ times?,? .{0,40}|visited [\\d,.]+ times?',
    '[\\d,.]+ ?[km]? ?(?:total )?(?:views?|reads?|visits?|hits?|shares?|likes?|downloads?|page ?views|retweets?|tweets?|votes?|plays?|followers|people (?:have )?(?:read|viewed|liked?) this.{0,20})(?: today| so far| total)?(?:,? [\\d,.]+ (?:views?|visits?|shares?|likes?) ?(?:today)?)?',
    '(?:post |page |total |article )?(?:views?|hits?|reads?|visits?|page ?views|visitors?|shares?|likes?|downloads?|times read|number of views)(?: count)? ?: ?[\\d,.]+ ?[km]?(?: .{0,20})?',
    'this (?:post|page|article|entry|story|item) (?:has been|was) (?:viewed|read|visited|accessed|shared) .{0,30}\\d.{0,30}|(?:viewed|read) ?:? ?[\\d,.]+ times?(?: .{0,20})?',
    '(?:please )?rate this(?: (?:post|article|story|item|entry))?|(?:average )?rating ?: ?[\\d.]+.{0,40}|[\\d.]+ ?(?:/|out of) ?[\\d.]+ ?(?:stars?|\\(?[\\d,]+ votes?.{0,20}).{0,30}',
  ),
  ...rows('counter', 'edges', 'a bare number', '[\\d,.]{1,9} ?[km]?\\+?'),
  ...rows(
    'credit',
    'anywhere',
    'who made the web site',
    '(?:proudly )?powered by (?:wordpress|blogger|blogspot|drupal|joomla|ghost|vbulletin|phpbb|disqus|squarespace|wix|weebly|tumblr|medium|livefyre|typepad|movable type|hugo|jekyll|shopify|substack)\\b.{0,160}',
    '(?:wordpress )?(?:theme|template)(?: images)? ?(?:by|:|from) .{1,80}|.{0,60}\\bwordpress themes?\\b.{0,80}|blog at wordpress.{0,80}|create a free (?:website|blog).{0,60}',
    '(?:powered|designed|developed|hosted) by ?:? .{1,50} ?\\| ?.{1,120}|(?:entries|comments) \\(?(?:rss|feed)\\)?.{0,30}',
  ),
  ...rows(
    'credit',
    'edges',
    'who made the web site',
    '(?:powered|designed|developed|hosted|maintained|built|created) (?:by|with) ?:? \\S+(?: \\S+){0,4}|(?:web ?site|site|web|page)? ?(?:design|development|hosting)(?: and development)? ?(?:by|:) .{1,60}',
  ),
  ...rows(
    'credit',
    'anywhere',
    'who made the picture',
    '(?:photo(?:graph)?|image|picture|video|illustration|file photo|featured image|cover)s?(?: (?:credit|courtesy|source|copyright)s?)* ?(?::|©|courtesy of|credit) ?.{2,80}',
    '(?:photo(?:graph)?|image|picture|illustration)s? (?:by|via) [^.]{2,50}|(?:image |photo )?credits? ?: ?.{2,80}|\\(?(?:ap|afp|reuters|epa|getty)(?: images)? (?:photo|file photo|images?) ?(?:/.{1,40})?\\)?',
  ),
  ...rows(
    'story-code',
    'anywhere',
    "the publisher's own number",
    '(?:story|article|news|report|item|content|document|post|page|publication) ?(?:code|id|no|number|nr)\\.? ?[:#] ?[\\w./-]{1,24}|(?:news|article|story|id|code|کد خبر|شناسه خبر|رقم الخبر) ?: ?\\d{4,12}',
  ),
  ...rows(
    'story-code',
    'edges',
    "the publisher's own number",
    '(?:story|article|news) ?(?:code|id|no|number)\\.? ?[\\w./-]{1,24}|#?\\d{5,12}',
  ),
  ...rows(
    'share',
    'anywhere',
    'a row for sharing',
    `(?:click (?:here )?to )?(?:share|tweet|e-?mail|send|print|pin|like|recommend|post|save|bookmark|forward)(?: (?:this|it|the|a|link|post|article|story|page|news|entry|report|with|to|on|in|via|by|your|friends?|everyone|others|and|or|e-?mail|print|${network}|\\(opens in (?:a )?new window\\)))+`,
    `(?:please )?(?:like|follow|find|join|visit|connect with|watch|add|subscribe to) us (?:on|at|via|in) .{1,80}|follow .{1,40} on (?:${network})(?:[ ,:.].{0,40})?|(?:like|share) this ?:?|like loading|sharing is caring|share (?:with|on) .{1,20}|(?:share|shares|tweet|pin|share this)(?: ?[:|] ?.{0,60})`,
    `(?:(?:share|tweet|e-?mail|print|copy link|pin it|pin|more|save|sms|rss|${network})[ ,|/•·+-]+){2,}(?:share|tweet|e-?mail|print|copy link|pin it|pin|more|save|sms|rss|${network})`,
    'teilen auf .{1,40}|auf .{1,20} teilen|beitrag teilen|artikel (?:teilen|drucken)|partager (?:sur|cet article|cette page).{0,40}|compartir (?:en|esto|este).{0,40}|compartilh(?:e|ar) .{0,40}|condividi(?: su)? .{0,40}|поделиться.{0,30}',
  ),
  ...rows(
    'share',
    'edges',
    'a word of a row for sharing',
    `(?:share|shares|tweet|retweet|like|likes|pin it|print|e-?mail|copy|link|copy link|more|save|rss|bookmark|${network})(?:(?:[ ,|/•·-]+|\\s+and\\s+)(?:share|tweet|like|pin it|print|e-?mail|pdf|comments?|save|rss|${network}))*`,
    'print(?:er)?[- ]friendly.{0,20}|short ?(?:link|url) ?:? ?.{0,60}|(?:download|save)(?: as)? pdf|pdf version',
  ),
  ...rows(
    'share',
    'anywhere',
    'an invitation to a newsletter',
    '(?:please )?(?:sign up|subscribe|register)(?: (?:now|today|here))? (?:for|to) (?:our|the|my|your|this|a)\\b.{0,80}(?:newsletters?|updates|alerts|e-?mails?|mailing list|podcast|channel|feed|blog|inbox)\\b.{0,60}',
    'get .{1,80} (?:delivered |straight |sent |directly )*(?:to|in) your (?:inbox|e-?mail|mailbox).{0,40}|enter your e-?mail.{0,100}|join [\\d,.]+ (?:other )?(?:subscribers|followers|readers).{0,20}|unsubscribe (?:at )?any ?time.{0,40}|never miss (?:a|an|another) (?:story|update|post|article|episode).{0,40}|(?:download|get) (?:our|the) (?:free |mobile )?app(?: .{0,60})?',
  ),
  ...rows(
    'share',
    'edges',
    'an invitation to a newsletter or to give',
    '(?:subscribe|newsletters?|e-?mail address|sign up)(?: .{0,60})?|(?:please )?(?:donate|support us|support (?:our|independent) .{1,40}|make a donation|become a (?:member|patron|supporter|subscriber))(?: .{0,60})?|buy me a coffee.{0,20}',
  ),
  ...rows(
    'navigation',
    'anywhere',
    'the way to other articles',
    'related (?:posts?|articles?|stories|story|news|contents?|topics?|coverage|items?|tags?|videos?|searches)(?: ?[:(].*)?|(?:you|readers) (?:may|might|could|will) (?:also )?(?:like|enjoy|be interested in|want to read)(?: .{0,20})?(?: ?:.*)?|(?:most|more) (?:read|popular|viewed|shared|commented|recent)(?: (?:articles|posts|stories|news|today))?|(?:recommended|suggested) (?:for you|reading|articles|posts|stories)|trending(?: now| today| stories| articles)?|(?:recent|latest|popular|top|featured) (?:posts|articles|stories|comments|headlines)|more (?:stories|articles|news|posts)(?: (?:from|by|like|on|about|in) .{1,40})?|more from .{1,40}',
    "(?:read (?:more|also|next|the full (?:story|article|post))|also read|see also|also see|related|don't miss|must[- ]read|recommended|full story|more on this(?: story| topic)?|watch|watch also|you may also like|suggested reading) ?[:»→|] ?\\S.*",
    '(?:continue reading|read more|read the rest)(?: (?:of|about|on|at|from) .{1,100}| this (?:entry|post|article))?(?: ?(?:→|»|>|›)+)?|(?:click|tap) here (?:to|for) (?:read|view|see|more|continue|subscribe|share|download|the full)\\b.{0,60}',
    '(?:previous|prev|next|older|newer|earlier) (?:post|article|story|page|entry|entries|posts|articles|news|item)s?(?: ?[:»→«←‹›>-].*)?|(?:←|<<|<-) ?.{1,120}|.{1,120} ?(?:→|>>|->)|« ?(?:previous|prev|older|back|newer|next)\\b.{0,80}|.{0,80}\\b(?:next|newer|older|more|previous) ?»',
    'page \\d+ (?:of|/) \\d+|(?:back|return) to (?:top|the top|home|homepage|main page|previous page|index|list|news|blog|articles?)|(?:go|jump|scroll) to (?:top|content|comments|navigation)|skip to (?:main |primary |secondary |the )?(?:content|navigation|sidebar|search|main|footer)|(?:toggle|open|close|main|primary|show|mobile) (?:navigation|menu|nav|search)|post navigation|text size ?:?.{0,20}|font size ?:?.{0,20}',
    'home(?: ?[>»/›|→] ?[^.]{1,60})+|you are here ?:.{0,120}',
    'lesen sie auch ?:?.{0,120}|mehr zum thema ?:?.{0,80}|zum inhalt springen|nach oben|lire aussi ?:?.{0,120}|à lire aussi ?:?.{0,120}|sur le même sujet|aller au contenu|lea también ?:?.{0,120}|leer más.{0,40}|artículos relacionados|ir al contenido|leia (?:também|mais) ?:?.{0,120}|leggi anche ?:?.{0,120}|читайте также ?:?.{0,120}|関連記事|相关(?:文章|新闻|阅读)|اقرأ أيض\\S*.{0,120}',
  ),
  ...rows(
    'navigation',
    'edges',
    'a word of a menu',
    'home|menu|search|search (?:for|this site|the site|here).{0,20}|about(?: us)?|contact(?: us)?|privacy(?: policy)?|(?:terms|conditions)(?: (?:of|and|&) (?:use|service|conditions|privacy))*|cookie (?:policy|settings|notice)|site ?map|advertise(?: with us)?|careers|jobs|help|faqs?|archives?|disclaimer|imprint|impressum|datenschutz|mentions légales|aviso legal|blog|news|latest(?: news)?|breaking news|top stories|world|politics|business|technology|sports?|opinion|culture|entertainment|health|science|travel|weather|videos?|photos?|gallery|podcasts?|live|more|next|previous|prev|back|top|related|see also|categories|tags|pages|links|blogroll|meta|follow us|social media|read more|view all|see all|show more|load more|all news|english|close|×|x|suche|menü|startseite|accueil|rechercher|inicio|buscar|início|главная|поиск',
    '[^|]{1,25}(?: ?[|•·] ?[^|•·]{1,25}){2,}|[^>»›]{1,30}(?: [>»›] [^>»›]{1,60}){1,}|(?:\\d{1,3} ){2,}(?:\\d{1,3}|next|last|…|\\.\\.\\.)(?: .{0,20})?',
  ),
  ...rows(
    'notice',
    'anywhere',
    'a copyright line',
    '(?:©|\\(c\\)|copyright(?: ©| \\(c\\)| \\d{4}| by)).{0,160}|.{0,120}\\ball rights reserved\\b.{0,120}|.{1,60} © ?\\d{4}.{0,80}|.{0,60}(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|все права защищены|tüm hakları saklıdır|版权所有).{0,60}',
    '.{0,100}may not be (?:reproduced|published, broadcast|redistributed|copied)\\b.{0,120}|.{0,60}(?:reproduction|republication) .{0,60}(?:prohibited|forbidden|without (?:prior |written )*permission).{0,60}',
  ),
  ...rows(
    'notice',
    'anywhere',
    'an advertisement',
    '\\[?(?:advertisements?|sponsored(?: (?:content|links?|post|by .{1,40}))?|promoted(?: content)?|paid (?:content|post|partner content)|ads? by .{1,40}|report this ad|close (?:this )?ad|skip ad|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|реклама|reklam)\\]?',
    '(?:the )?(?:story|article|post|content) continues (?:below|after).{0,40}|(?:scroll|continue) (?:down )?(?:to|for) (?:continue|read|more).{0,40}|article continues .{0,30}',
  ),
  ...rows(
    'notice',
    'anywhere',
    'a notice of the web site about itself',
    '(?:this|our) (?:web ?site|site|page|blog) uses cookies.*|we use cookies.*|.{0,60}cookies? .{0,60}(?:accept|agree|consent|privacy policy|cookie policy).{0,80}|by (?:continuing|using|browsing|clicking|closing|visiting|submitting|signing up|subscribing)\\b.{0,80}\\byou (?:agree|accept|consent)\\b.{0,100}|(?:accept|reject|manage|allow)(?: all)? cookies.{0,20}|privacy & cookies ?:.*|wir verwenden cookies.*|ce site utilise des cookies.*|este sitio (?:web )?(?:usa|utiliza) cookies.*',
    "please (?:enable|turn on) javascript.{0,100}|.{0,40}javascript (?:is|must be|seems to be|needs to be) (?:disabled|required|enabled).{0,80}|(?:your|this) browser (?:does not|doesn't|is not|isn't) support.{0,80}|loading\\.{2,}.{0,20}|please wait.{0,40}|this content (?:is|was) (?:blocked|not available|hosted by).{0,80}",
    'the (?:views|opinions)(?: and opinions)? expressed (?:in|by|on|here|herein|above|are|do)\\b.{0,160}',
  ),
  ...rows(
    'notice',
    'edges',
    'a notice of the web site about itself',
    'disclaimer ?:.{0,180}|accept|got it|ok|i agree|i accept|decline|loading|advertising|(?:\\.{3} ?|… ?)?(?:read our|see our) (?:privacy policy|terms).{0,60}|all (?:content|articles|material)s? .{0,80}(?:copyright|property of).{0,80}',
  ),
  ...rows(
    'post-meta',
    'anywhere',
    'where and how a post was filed',
    '(?:tags?|categor(?:y|ies)|keywords?|labels?|filed under|filed in|tagged(?: (?:with|as|in))?|posted in|posted under) ?:[^.]{0,180}|(?:filed|posted|categori[sz]ed|tagged) under [^.]{1,100}',
    '(?:about |over )?(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?) ago',
    '(?:estimated |average )?read(?:ing)? time ?:? ?.{1,20}|\\d+[- ]min(?:ute)?s?\\.? read(?:ing)?(?: time)?|(?:view|see|read) all (?:posts|articles|stories) (?:by|from) .{1,60}|all posts by .{1,60}|(?:visit|view) (?:author|profile|website)(?: .{0,30})?|author archives?.{0,60}',
    '(?:submitted|uploaded|posted|shared|added|published|created) by ?:? [\\w.@ -]{1,40}(?:,? (?:on|at|in|under|\\|) .{1,80})?',
  ),
  ...rows(
    'post-meta',
    'edges',
    'where and how a post was filed',
    '(?:filed|categori[sz]ed|tagged|posted|published) (?:as|in|with|under) [^.]{1,100}|edit(?: this)?(?: (?:post|page|entry))?|permalink|uncategori[sz]ed|tags?|categor(?:y|ies)',
  ),
];
