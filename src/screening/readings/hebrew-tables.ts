/** Names of Israel: as written without points, then the spelling of passports, then others. */
export const HEBREW_NAMES = `
אברהם avraham abraham, אבי avi, אבירם aviram, אביב aviv, אבנר avner, אדם adam, אהוד ehud, אהרון aharon aaron, אהרן aharon aaron, אורי uri ori, אורן oren, אוריאל uriel
אחמד ahmad, איל eyal, אייל eyal, אילן ilan, אילת ayelet, אילי eli ili, איתמר itamar, איתי itay itai, איתן eitan, אלון alon, אלי eli, אליהו eliyahu, אליעזר eliezer, אלישע elisha, אלכסנדר alexander
אמיר amir, אמנון amnon, אמנה amana, אסף asaf, אפרים efraim, אריה arie aryeh, אריאל ariel, ארנון arnon, אשר asher, בועז boaz, בן ben, בני benny, בנימין binyamin benjamin, בנצי bentzi, ברוך baruch, בר bar, בצלאל bezalel
בת bat, גבריאל gavriel gabriel, גד gad, גדעון gideon, גיא guy, גיל gil, גלעד gilad, דב dov, דבורה dvora deborah, דוד david, דוב dov, דן dan, דני dani danny, דניאל daniel, דרור dror, הדס hadas, הלל hillel, הרשקו hershko, זאב zeev, זבולון zevulun
זיו ziv, חגי hagai, חיים haim chaim, חנה hana hannah, חנן hanan, חסן hassan, טל tal, יאיר yair, יגאל yigal, יהודה yehuda, יהונתן yehonatan jonathan, יהושע yehoshua joshua, יואב yoav, יואל yoel joel, יובל yuval, יוחנן yohanan, יוסי yossi, יוסף yosef joseph
יורם yoram, ינון yinon, יעל yael, יעקב yaakov jacob, יפתח yiftach, יצחק yitzhak isaac, ירון yaron, ישי yishai, ישראל yisrael israel, ישעיהו yeshayahu, כהן cohen kohen, כרמי carmi, לאה leah, לב lev, לוי levi levy, ליאור lior, לירון liron, מאיר meir, מוטי moti
מוחמד muhammad mohammad, מחמוד mahmud, מיכאל michael, מיכל michal, מנחם menachem, מרדכי mordechai, מרים miriam, משה moshe, מתן matan, נדב nadav, נועם noam, נעם noam, נועה noa, נחום nahum, נחמן nahman, נחמיה nehemia, נחלה nachala, ניר nir, נמרוד nimrod, נפתלי naftali
נתן natan, נתניהו netanyahu, עדן eden, עובדיה ovadia, עוז oz, עומר omer, עופר ofer, עזרא ezra, עידו ido, עידן idan, עילאי ilay, עלי ali, עמוס amos, עמית amit, עמיחי amichai, ערן eran, פדרמן federman, פנחס pinchas, פרץ peretz, פרידמן friedman, צבי zvi tzvi, צחי tzachi
צפורה tzipora, קרן keren, ראובן reuven, רבקה rivka, רון ron, רונן ronen, רועי roi roy, רות ruth, רחל rachel, רינה rina, רם ram, רן ran, רפאל rafael, שאול shaul, שגיא sagi, שי shai, שלום shalom, שלומי shlomi, שלמה shlomo solomon, שמואל shmuel samuel, שמעון shimon simon, שמחה simcha
שרה sarah, שרון sharon, שושנה shoshana, תומר tomer, תמר tamar, ולדימיר vladimir, פוטין putin, סרגיי sergei, אלכסיי alexei, בוריס boris, מיכאיל mikhail, דימיטרי dmitri, איגור igor, ציון zion, שיבת shivat, להבה lehava, מזרחי mizrahi, ביטון biton, דהן dahan, אזולאי azoulay, אוחיון ohayon, פרידמן friedman
גולדשטיין goldstein, גולדברג goldberg, רוזנברג rosenberg, שפירא shapira, כץ katz, שוורץ schwartz, וייס weiss, קליין klein, הרי hari, ברק barak, שרביט sharvit, שטרן stern, רוט roth, אדלר adler, מלכה malka, חדד hadad, חזן hazan, יוספי yosefi, אלבז elbaz, עמר amar, גבאי gabay, סויסה suissa
`

/** Words of organisations in Hebrew. */
export const HEBREW_WORDS = `
חברה company, חברת company, קבוצת group, קבוצה group, בעמ ltd, בע"מ ltd, בע'מ ltd, עמותה association, עמותת association, ארגון organization, תנועה movement, תנועת movement, מפלגה party, ועד committee, ועדה committee, מועצה council, מועצת council
משרד ministry, ממשלה government, מדינה state, מדינת state, צבא army, צה"ל idf, הגנה defence, ביטחון security, בטחון security, משטרה police, בנק bank, ביטוח insurance, השקעות investments, אחזקות holdings, סחר trading, מסחר trade, יבוא import, יצוא export, תעשייה industry, תעשיות industries, תעשיה industry
אוירית aerospace, אווירית aerospace, תעופה aviation, חלל space, ימית naval, ספנות shipping, הובלה transport, נמל port, אנרגיה energy, נפט oil, גז gas, גרעין nuclear, כימיקלים chemicals, מים water, חשמל electric, אלקטרוניקה electronics, טכנולוגיה technology, טכנולוגיות technologies, מערכות systems, מחשבים computers, תוכנה software
תקשורת communications, מכון institute, מחקר research, אוניברסיטה university, אוניברסיטת university, מכללה college, בית house, ספר book, חינוך education, מדע science, מדעים sciences, בריאות health, רפואה medicine, מזון food, חקלאות agriculture, בניין building, בנייה construction, בניה construction, הנדסה engineering, פיתוח development
יזמות initiatives, שירותים services, ישראל israel, ישראלי israeli, ישראלית israeli, ירושלים jerusalem, אביב aviv, חיפה haifa, ארץ land, לאומי national, לאומית national, בינלאומי international, עולמי world, מרכז center, מרכזי central, נוער youth, גבעות hilltop, הר mount, חווה farm, חוות farm, התיישבות settlement, אדמה land, בנים sons, אחים brothers, נשים women
`
