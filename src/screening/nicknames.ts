/** First names and what is said for them, each row of one name. Own list, in plain letters. */
export const NICKNAMES = `
alexander alexandra alex aleksandr aleksandra sasha sascha sandy sandra xander lex sanya shura
andrew andy drew andrei andrey
anthony tony antonio toni
albert al bert alberto
alfred fred alf alfredo
anne anna ann annie hannah nancy anya
barbara barb babs
benjamin ben benny
catherine katherine kate kathy katie cathy kathryn katherine katya ekaterina yekaterina
charles charlie chuck carlos karl carl chas
christopher chris kit topher
christine christina tina chris
daniel dan danny
david dave davy
deborah debbie debra
dmitry dmitri dima mitya
dominic dom nick
donald don donny
dorothy dot dolly
edward eddie ed ted ned edwin eduard edouard eduardo edvard
elizabeth liz beth betty eliza lisa elisabeth lizzie
eugene gene
evgeny zhenya yevgeny
francis frank francisco paco
frederick fred freddy frederic
gabriel gabe
george jorge georg
gerald gerry jerry
gerard gerry
gregory greg
grigory grisha
harold harry hal
henry harry hank heinrich enrique
ivan vanya
jacob jake jack
james jim jimmy jamie
jeffrey jeff geoffrey geoff
jennifer jen jenny
jessica jess jessie
john johnny jack jon juan johann jan johan jean ivan giovanni ian sean
jonathan jon
joseph joe joey jose josef giuseppe yusuf yousef
joshua josh
jose pepe
katarzyna kasia
kenneth ken kenny
konstantin kostya
lawrence larry laurence lorenzo
leonard leo len lenny
leonid lyonya
louis lou louie luis ludwig
margaret maggie meg peggy marge rita
maria mary marie masha
matthew matt mateo matthias matteo
maxim max maksim
maximilian max
michael mike mick mickey mikhail misha miguel michel mikael
mikhail misha
nathaniel nathan nate
nicholas nick nicolas nicky nico nikolai nicola niklas
nikolai kolya
oliver ollie
olga olya
pamela pam
patricia pat patty trish
patrick pat paddy padraig
paul pablo pavel paolo
pavel pasha
peter pete pedro pyotr petr piotr pierre pietro
philip phil felipe phillip
rachel rae
raymond ray ramon
rebecca becky
richard dick rick ricky rich ricardo
robert bob bobby rob robbie roberto bert
ronald ron ronny
roman roma
samuel sam sammy
samantha sam
sergei seryozha seryoga
stanislav stas slava
stephen steve steven stefan esteban stephan
susan sue susie suzanne
svetlana sveta
tatiana tanya
theodore ted teddy theo fyodor fedor
thomas tom tommy tomas
timothy tim timmy
valentin valya
valery valera
victor vic viktor vitya
victoria vicky tori vika
vincent vince vinny vicente
viktor vitya
virginia ginny
vitaly vitalik
vladimir vova volodya vlad vladik
vladislav vlad slava
vyacheslav slava
walter wally walt
william bill billy will willy liam guillermo wilhelm
yelena elena lena helen helena
yuri yura
zachary zach zack
ali aliyu
muhammad mo
abdullah abdo
ebrahim ebi
ignacio nacho
guadalupe lupe
jesus chucho chuy
rosario chayo
mercedes merche
dolores lola
enrique quique kike
rafael rafa
salvador chava
alejandro alex
johannes hans johann john
friedrich fritz
heinrich heinz
josef sepp
ri lee yi rhee
jang chang
jon jeon chon
ryu yoo
pak park
choe choi
rim lim
jong jeong chung
`
