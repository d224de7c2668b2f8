/** Short and familiar forms of English given names, one name a line: Bill is William. For partial.ts. */
const families = `
abigail abby gail
abraham abe
albert al bert bertie
alexander alexandra alex alec sandy sasha
alfred alf alfie fred
andrew andy drew
anthony antony tony
archibald archie
arthur art
barbara barb babs
benjamin ben benny
bernard bernie
bradley brad
cameron cam
catherine katherine kathryn catharine kate katie kathy cathy kitty
charles charlie chuck
christina christine chris chrissie tina
christopher chris kit
clifford cliff
clinton clint
cynthia cindy
daniel dan danny
david dave
deborah deb debbie
dennis denny
desmond des
donald don donnie
dorothy dot dottie dolly
douglas doug
edmund edward ed eddie ned ted teddy
edwin ed
eleanor ellie nell nora
elizabeth elisabeth liz lizzie beth betty betsy eliza libby bess
emily em emmie
eugene gene
florence flo flossie
frances fran
francis frank
franklin frank
frederick fred freddie freddy
gabriel gabe
geoffrey jeffrey geoff jeff
george georgie
gerald gerard gerry jerry
gilbert gil
gregory greg
gwendolen gwen
harold harry hal
henry harry hank
herbert bert herb
hubert bert
ignatius iggy
irving irv
isaac ike
isabella isabel bella izzy
jacob jake
jacqueline jackie
james jim jimmy jamie
janet jan
jennifer jen jenny
jessica jess jessie
john jack johnny
jonathan jon jonny
joseph joe joey
josephine jo josie
joshua josh
judith judy
kenneth ken kenny
kimberly kim
lawrence laurence larry
leonard leo len lenny
leslie les
lewis louis lou
louise lou
lucille lucy
madeleine maddie
margaret maggie meg peggy marge margie madge greta daisy
martha marty patty
martin marty
matthew matt
maximilian maxwell max
maurice mo
michael mike mick mickey
mildred millie
montgomery monty
nathan nathaniel nate nat
nicholas nicolas nick nicky
norman norm
oliver ollie
oswald oz ozzie
pamela pam
patricia pat patsy tricia trish patty
oscar ossie
patrick pat paddy
penelope penny
percival percy
peter pete
philip phillip phil
priscilla cilla
ralph ralphie
randolph randy
raymond ray
rebecca becky becca
reginald reg reggie
richard dick rick ricky rich richie
robert bob bobby rob robbie bert
roderick rod
rodney rod
roger rodge
ronald ron ronnie
rosemary rose rosie
rudolph rudy
rupert rupe
russell russ
samuel samantha sam sammy
sandra sandy
sarah sally
sebastian seb
sidney sydney sid
simon si
solomon sol
stanley stan
stephen steven steve stevie
susan susannah sue susie suzie
sylvester sly
terence terry
theodore ted teddy theo
theresa teresa tess terry
thomas tom tommy
timothy tim timmy
valerie val
veronica ronnie
victor vic
victoria vicky vicki
vincent vince vinny
virginia ginny
vivian viv
walter walt wally
wilfred wilf
william bill billy will willie willy
winifred winnie
winston winnie
zachary zach zack
`;

let byName: ReadonlyMap<string, readonly number[]> | undefined;

function familiesByName(): ReadonlyMap<string, readonly number[]> {
  if (byName) return byName;
  const read = new Map<string, number[]>();
  families
    .trim()
    .split('\n')
    .forEach((line, family) => {
      for (const name of line.split(' ')) read.set(name, [...(read.get(name) ?? []), family]);
    });
  byName = read;
  return read;
}

/** True for two forms of one given name, in small letters. */
export const isSameGivenName = (a: string, b: string): boolean =>
  (familiesByName().get(a) ?? []).some((family) => familiesByName().get(b)?.includes(family));

/** Of those that have several forms, and in small letters. */
export const isGivenName = (name: string): boolean => familiesByName().has(name);
