"""Parses of the tests' sentences, by text: word|lemma|tag|dep|head for each word, a line for each sentence."""

# ruff: noqa: E501
PARSES = {
    "Nigerian troops and Chadian soldiers fought rebels near Maiduguri.": """
Nigerian|nigerian|JJ|amod|1 troops|troop|NNS|nsubj|5 and|and|CC|cc|1 Chadian|chadian|JJ|amod|4 soldiers|soldier|NNS|conj|1 fought|fight|VBD|ROOT|5 rebels|rebel|NNS|dobj|5 near|near|IN|prep|6 Maiduguri|maiduguri|NNP|pobj|7 .|.|.|punct|5""",
    "The US president met Angela Merkel in Berlin.\nHe later praised her.": """
The|the|DT|det|2 US|us|NNP|compound|2 president|president|NN|nsubj|3 met|meet|VBD|ROOT|3 Angela|angela|NNP|compound|5 Merkel|merkel|NNP|dobj|3 in|in|IN|prep|5 Berlin|berlin|NNP|pobj|6 .|.|.|punct|3
He|he|PRP|nsubj|2 later|later|RB|advmod|2 praised|praise|VBD|ROOT|2 her|her|PRP|dobj|2 .|.|.|punct|2""",
    "Donald Trump criticised the US president.": """
Donald|donald|NNP|compound|1 Trump|trump|NNP|nsubj|2 criticised|criticise|VBD|ROOT|2 the|the|DT|det|5 US|us|NNP|compound|5 president|president|NN|dobj|2 .|.|.|punct|2""",
    "Beijing rebuffed the Philippine foreign ministry.": """
Beijing|beijing|NNP|nsubj|1 rebuffed|rebuff|VBD|ROOT|1 the|the|DT|det|5 Philippine|philippine|JJ|amod|5 foreign|foreign|JJ|amod|5 ministry|ministry|NN|dobj|1 .|.|.|punct|1""",
    "Foreign Minister Jane Wanjala of Kenya resigned.\nWanjala blamed the president.": """
Foreign|foreign|NNP|compound|1 Minister|minister|NNP|compound|3 Jane|jane|NNP|compound|3 Wanjala|wanjala|NNP|nsubj|6 of|of|IN|prep|3 Kenya|kenya|NNP|pobj|4 resigned|resign|VBD|ROOT|6 .|.|.|punct|6
Wanjala|wanjala|NNP|nsubj|1 blamed|blame|VBD|ROOT|1 the|the|DT|det|3 president|president|NN|dobj|1 .|.|.|punct|1""",
    "Kenyan police chief John Roe said officers arrested protesters in Kisumu.": """
Kenyan|kenyan|JJ|amod|2 police|police|NN|compound|2 chief|chief|NN|compound|4 John|john|NNP|compound|4 Roe|roe|NNP|nsubj|5 said|say|VBD|ROOT|5 officers|officer|NNS|nsubj|7 arrested|arrest|VBD|ccomp|5 protesters|protester|NNS|dobj|7 in|in|IN|prep|7 Kisumu|kisumu|NNP|pobj|9 .|.|.|punct|5""",
    "A Taliban spokesman and a UN official held talks in Doha.\nThe two sides agreed on a truce.": """
A|a|DT|det|2 Taliban|taliban|NNP|compound|2 spokesman|spokesman|NN|nsubj|7 and|and|CC|cc|2 a|a|DT|det|6 UN|un|NNP|compound|6 official|official|NN|conj|2 held|hold|VBD|ROOT|7 talks|talk|NNS|dobj|7 in|in|IN|prep|8 Doha|doha|NNP|pobj|9 .|.|.|punct|7
The|the|DT|det|2 two|two|CD|nummod|2 sides|side|NNS|nsubj|3 agreed|agree|VBD|ROOT|3 on|on|IN|prep|3 a|a|DT|det|6 truce|truce|NN|pobj|4 .|.|.|punct|3""",
    "The Sahel Freedom Army (SFA) attacked villages in Mali.\nThe SFA killed three soldiers.": """
The|the|DT|det|3 Sahel|sahel|NNP|compound|3 Freedom|freedom|NNP|compound|3 Army|army|NNP|nsubj|7 (|(|-LRB-|punct|3 SFA|sfa|NNP|appos|3 )|)|-RRB-|punct|3 attacked|attack|VBD|ROOT|7 villages|village|NNS|dobj|7 in|in|IN|prep|7 Mali|mali|NNP|pobj|9 .|.|.|punct|7
The|the|DT|det|1 SFA|sfa|NNP|nsubj|2 killed|kill|VBD|ROOT|2 three|three|CD|nummod|4 soldiers|soldier|NNS|dobj|2 .|.|.|punct|2""",
    "Pro-Russian separatists seized a police station in Donetsk.": """
Pro|pro|JJ|amod|3 -|-|JJ|amod|3 Russian|russian|JJ|amod|3 separatists|separatist|NNS|nsubj|4 seized|seize|VBD|ROOT|4 a|a|DT|det|7 police|police|NN|compound|7 station|station|NN|dobj|4 in|in|IN|prep|4 Donetsk|donetsk|NNP|pobj|8 .|.|.|punct|4""",
    "Iran-backed fighters shelled US troops.": """
Iran|iran|NNP|npadvmod|2 -|-|HYPH|punct|2 backed|back|VBN|amod|3 fighters|fighter|NNS|nsubj|4 shelled|shell|VBD|ROOT|4 US|us|NNP|compound|6 troops|troop|NNS|dobj|4 .|.|.|punct|4""",
    "Protesters in Minsk threw stones.\nPolice arrested hundreds.": """
Protesters|protester|NNS|nsubj|3 in|in|IN|prep|0 Minsk|minsk|NNP|pobj|1 threw|throw|VBD|ROOT|3 stones|stone|NNS|dobj|3 .|.|.|punct|3
Police|police|NNS|nsubj|1 arrested|arrest|VBD|ROOT|1 hundreds|hundred|NNS|dobj|1 .|.|.|punct|1""",
    "Vedant Rao, a US State Department spokesman, condemned the coup.": """
Vedant|vedant|NNP|compound|1 Rao|rao|NNP|nsubj|9 ,|,|,|punct|1 a|a|DT|det|7 US|us|NNP|compound|6 State|state|NNP|compound|6 Department|department|NNP|compound|7 spokesman|spokesman|NN|appos|1 ,|,|,|punct|1 condemned|condemn|VBD|ROOT|9 the|the|DT|det|11 coup|coup|NN|dobj|9 .|.|.|punct|9""",
    "The Georgian government accused Russia.\nGeorgia recalled its ambassador.": """
The|the|DT|det|2 Georgian|georgian|JJ|amod|2 government|government|NN|nsubj|3 accused|accuse|VBD|ROOT|3 Russia|russia|NNP|dobj|3 .|.|.|punct|3
Georgia|georgia|NNP|nsubj|1 recalled|recall|VBD|ROOT|1 its|its|PRP$|poss|3 ambassador|ambassador|NN|dobj|1 .|.|.|punct|1""",
    "Peru and Chile signed a treaty.\nThey praised the deal.": """
Peru|peru|NNP|nsubj|3 and|and|CC|cc|0 Chile|chile|NNP|conj|0 signed|sign|VBD|ROOT|3 a|a|DT|det|5 treaty|treaty|NN|dobj|3 .|.|.|punct|3
They|they|PRP|nsubj|1 praised|praise|VBD|ROOT|1 the|the|DT|det|3 deal|deal|NN|dobj|1 .|.|.|punct|1""",
    "Former Nigerian president Olusegun Obasanjo urged calm.": """
Former|former|JJ|amod|2 Nigerian|nigerian|JJ|amod|2 president|president|NN|compound|4 Olusegun|olusegun|NNP|compound|4 Obasanjo|obasanjo|NNP|nsubj|5 urged|urge|VBD|ROOT|5 calm|calm|NN|dobj|5 .|.|.|punct|5""",
    "“We will not surrender,” Ukrainian President Volodymyr Zelensky said.": """
“|“|``|punct|11 We|we|PRP|nsubj|4 will|will|MD|aux|4 not|not|RB|neg|4 surrender|surrender|VB|ccomp|11 ,|,|,|punct|11 ”|”|''|punct|11 Ukrainian|ukrainian|JJ|amod|8 President|president|NNP|compound|10 Volodymyr|volodymyr|NNP|compound|10 Zelensky|zelensky|NNP|nsubj|11 said|say|VBD|ROOT|11 .|.|.|punct|11""",
    "Foreign officials met the Malian prime minister.": """
Foreign|foreign|JJ|amod|1 officials|official|NNS|nsubj|2 met|meet|VBD|ROOT|2 the|the|DT|det|6 Malian|malian|JJ|amod|6 prime|prime|JJ|amod|6 minister|minister|NN|dobj|2 .|.|.|punct|2""",
    "Residents of Herat fled.\nThe city was shelled.": """
Residents|resident|NNS|nsubj|3 of|of|IN|prep|0 Herat|herat|NNP|pobj|1 fled|flee|VBD|ROOT|3 .|.|.|punct|3
The|the|DT|det|1 city|city|NN|nsubjpass|3 was|be|VBD|auxpass|3 shelled|shell|VBN|ROOT|3 .|.|.|punct|3""",
    "Leaders of Japan and India met in Tokyo.\nThe pair signed a pact.": """
Leaders|leader|NNS|nsubj|5 of|of|IN|prep|0 Japan|japan|NNP|pobj|1 and|and|CC|cc|2 India|india|NNP|conj|2 met|meet|VBD|ROOT|5 in|in|IN|prep|5 Tokyo|tokyo|NNP|pobj|6 .|.|.|punct|5
The|the|DT|det|1 pair|pair|NN|nsubj|2 signed|sign|VBD|ROOT|2 a|a|DT|det|4 pact|pact|NN|dobj|2 .|.|.|punct|2""",
    "Anti-Mugabe protesters marched in Harare.": """
Anti|anti|NNP|compound|3 -|-|NNP|compound|3 Mugabe|mugabe|JJ|amod|3 protesters|protester|NNS|nsubj|4 marched|march|VBD|ROOT|4 in|in|IN|prep|4 Harare|harare|NNP|pobj|5 .|.|.|punct|4""",
    "New South Wales police arrested a man.": """
New|new|NNP|compound|2 South|south|NNP|compound|2 Wales|wales|NNP|compound|3 police|police|NNS|nsubj|4 arrested|arrest|VBD|ROOT|4 a|a|DT|det|6 man|man|NN|dobj|4 .|.|.|punct|4""",
    "Amelia Bishop, a Canadian senator, praised Ottawa.": """
Amelia|amelia|NNP|compound|1 Bishop|bishop|NNP|nsubj|7 ,|,|,|punct|1 a|a|DT|det|5 Canadian|canadian|JJ|amod|5 senator|senator|NN|appos|1 ,|,|,|punct|1 praised|praise|VBD|ROOT|7 Ottawa|ottawa|NNP|dobj|7 .|.|.|punct|7""",
    "Russia's invasion angered Poland.": """
Russia|russia|NNP|poss|2 's|'s|POS|case|0 invasion|invasion|NN|nsubj|3 angered|anger|VBD|ROOT|3 Poland|poland|NNP|dobj|3 .|.|.|punct|3""",
    "The invasion by Ethiopia angered leaders.": """
The|the|DT|det|1 invasion|invasion|NN|nsubj|4 by|by|IN|prep|1 Ethiopia|ethiopia|NNP|pobj|2 angered|angered|JJ|amod|5 leaders|leader|NNS|ROOT|5 .|.|.|punct|5""",
    "The Kremlin leader met the Turkish prime minister.": """
The|the|DT|det|2 Kremlin|kremlin|NNP|compound|2 leader|leader|NN|nsubj|3 met|meet|VBD|ROOT|3 the|the|DT|det|7 Turkish|turkish|JJ|amod|7 prime|prime|JJ|amod|7 minister|minister|NN|dobj|3 .|.|.|punct|3""",
    "Saudi Arabia expelled a diplomat.\nThe kingdom also recalled its envoy.": """
Saudi|saudi|NNP|compound|1 Arabia|arabia|NNP|nsubj|2 expelled|expel|VBD|ROOT|2 a|a|DT|det|4 diplomat|diplomat|NN|dobj|2 .|.|.|punct|2
The|the|DT|det|1 kingdom|kingdom|NN|nsubj|3 also|also|RB|advmod|3 recalled|recall|VBD|ROOT|3 its|its|PRP$|poss|5 envoy|envoy|NN|dobj|3 .|.|.|punct|3""",
    "The president of Tunisia met Kim Jong Un.": """
The|the|DT|det|1 president|president|NN|nsubj|4 of|of|IN|prep|1 Tunisia|tunisia|NNP|pobj|2 met|meet|VBD|ROOT|4 Kim|kim|NNP|compound|7 Jong|jong|NNP|compound|7 Un|un|NNP|dobj|4 .|.|.|punct|4""",
    "Police in Nairobi arrested Mwangi Otieno.\nOtieno denied the charges.": """
Police|police|NNS|nsubj|3 in|in|IN|prep|0 Nairobi|nairobi|NNP|pobj|1 arrested|arrest|VBD|ROOT|3 Mwangi|mwangi|NNP|compound|5 Otieno|otieno|NNP|dobj|3 .|.|.|punct|3
Otieno|otieno|NNP|nsubj|1 denied|deny|VBD|ROOT|1 the|the|DT|det|3 charges|charge|NNS|dobj|1 .|.|.|punct|1""",
    "A Georgia court convicted a man in Atlanta.": """
A|a|DT|det|2 Georgia|georgia|NNP|compound|2 court|court|NN|nsubj|3 convicted|convict|VBD|ROOT|3 a|a|DT|det|5 man|man|NN|dobj|3 in|in|IN|prep|5 Atlanta|atlanta|NNP|pobj|6 .|.|.|punct|3""",
    "A man was arrested in Lebanon, New Hampshire.": """
A|a|DT|det|1 man|man|NN|nsubjpass|3 was|be|VBD|auxpass|3 arrested|arrest|VBN|ROOT|3 in|in|IN|prep|3 Lebanon|lebanon|NNP|pobj|4 ,|,|,|punct|5 New|new|NNP|compound|8 Hampshire|hampshire|NNP|appos|5 .|.|.|punct|3""",
    "Then-president Barack Obama imposed sanctions on Russia in 2014.": """
Then|then|RB|advmod|2 -|-|HYPH|punct|2 president|president|NN|compound|4 Barack|barack|NNP|compound|4 Obama|obama|NNP|nsubj|5 imposed|impose|VBD|ROOT|5 sanctions|sanction|NNS|dobj|5 on|on|IN|prep|6 Russia|russia|NNP|pobj|7 in|in|IN|prep|5 2014|2014|CD|pobj|9 .|.|.|punct|5""",
    "North Korea's leader met the South Korean president.\nThe two leaders shook hands.": """
North|north|NNP|compound|1 Korea|korea|NNP|poss|3 's|'s|POS|case|1 leader|leader|NN|nsubj|4 met|meet|VBD|ROOT|4 the|the|DT|det|8 South|south|JJ|amod|7 Korean|korean|JJ|amod|8 president|president|NN|dobj|4 .|.|.|punct|4
The|the|DT|det|2 two|two|CD|nummod|2 leaders|leader|NNS|nsubj|3 shook|shake|VBD|ROOT|3 hands|hand|NNS|dobj|3 .|.|.|punct|3""",
    "Mexican and Canadian officials met.": """
Mexican|mexican|JJ|amod|3 and|and|CC|cc|0 Canadian|canadian|JJ|conj|0 officials|official|NNS|nsubj|4 met|meet|VBD|ROOT|4 .|.|.|punct|4""",
    "Members of the security forces in Kenya shot a man.": """
Members|member|NNS|nsubj|7 of|of|IN|prep|0 the|the|DT|det|4 security|security|NN|compound|4 forces|force|NNS|pobj|1 in|in|IN|prep|4 Kenya|kenya|NNP|pobj|5 shot|shoot|VBD|ROOT|7 a|a|DT|det|9 man|man|NN|dobj|7 .|.|.|punct|7""",
    "The former leader of the Congress party was jailed in Delhi.": """
The|the|DT|det|2 former|former|JJ|amod|2 leader|leader|NN|nsubjpass|8 of|of|IN|prep|2 the|the|DT|det|6 Congress|congress|NNP|compound|6 party|party|NN|pobj|3 was|be|VBD|auxpass|8 jailed|jail|VBN|ROOT|8 in|in|IN|prep|8 Delhi|delhi|NNP|pobj|9 .|.|.|punct|8""",
    "The Saudis rejected the offer.": """
The|the|DT|det|1 Saudis|saudi|NNPS|nsubj|2 rejected|reject|VBD|ROOT|2 the|the|DT|det|4 offer|offer|NN|dobj|2 .|.|.|punct|2""",
    "Muslim rebels attacked Marawi.": """
Muslim|muslim|JJ|amod|1 rebels|rebel|NNS|nsubj|2 attacked|attack|VBD|ROOT|2 Marawi|marawi|NNP|dobj|2 .|.|.|punct|2""",
    "A Hamas leader praised Turkey.": """
A|a|DT|det|2 Hamas|hamas|NNP|compound|2 leader|leader|NN|nsubj|3 praised|praise|VBD|ROOT|3 Turkey|turkey|NNP|dobj|3 .|.|.|punct|3""",
    "A helicopter of the Kenyan army crashed.": """
A|a|DT|det|1 helicopter|helicopter|NN|nsubj|6 of|of|IN|prep|1 the|the|DT|det|5 Kenyan|kenyan|NNP|amod|5 army|army|NN|pobj|2 crashed|crash|VBD|ROOT|6 .|.|.|punct|6""",
    "Sergey Lavrov met his Turkish counterpart.": """
Sergey|sergey|NNP|compound|1 Lavrov|lavrov|NNP|nsubj|2 met|meet|VBD|ROOT|2 his|his|PRP$|poss|5 Turkish|turkish|JJ|amod|5 counterpart|counterpart|NN|dobj|2 .|.|.|punct|2""",
    "The Chinese foreign minister met his Russian and Indian counterparts.": """
The|the|DT|det|3 Chinese|chinese|JJ|amod|3 foreign|foreign|JJ|amod|3 minister|minister|NN|nsubj|4 met|meet|VBD|ROOT|4 his|his|PRP$|poss|9 Russian|russian|JJ|amod|9 and|and|CC|cc|6 Indian|indian|JJ|conj|6 counterparts|counterpart|NNS|dobj|4 .|.|.|punct|4""",
    "Emmanuel Macron phoned his German counterpart.": """
Emmanuel|emmanuel|NNP|compound|1 Macron|macron|NNP|nsubj|2 phoned|phone|VBD|ROOT|2 his|his|PRP$|poss|5 German|german|JJ|amod|5 counterpart|counterpart|NN|dobj|2 .|.|.|punct|2""",
    "Emmanuel Macron phoned his counterpart.": """
Emmanuel|emmanuel|NNP|compound|1 Macron|macron|NNP|nsubj|2 phoned|phone|VBD|ROOT|2 his|his|PRP$|poss|4 counterpart|counterpart|NN|dobj|2 .|.|.|punct|2""",
    "Russia and Ukraine traded fire.\nTurkey urged the warring countries to stop.": """
Russia|russia|NNP|nsubj|3 and|and|CC|cc|0 Ukraine|ukraine|NNP|conj|0 traded|trade|VBD|ROOT|3 fire|fire|NN|dobj|3 .|.|.|punct|3
Turkey|turkey|NNP|nsubj|1 urged|urge|VBD|ROOT|1 the|the|DT|det|4 warring|war|VBG|amod|4 countries|country|NNS|dobj|1 to|to|TO|aux|6 stop|stop|VB|xcomp|1 .|.|.|punct|1""",
    'Abiy Ahmed spoke.\n"Our troops remain there," he said.': """
Abiy|abiy|NNP|compound|1 Ahmed|ahmed|NNP|nsubj|2 spoke|speak|VBD|ROOT|2 .|.|.|punct|2
"|"|``|punct|3 Our|our|PRP$|poss|2 troops|troop|NNS|nsubj|3 remain|remain|VBP|ccomp|8 there|there|RB|advmod|3 ,|,|,|punct|8 "|"|''|punct|8 he|he|PRP|nsubj|8 said|say|VBD|ROOT|8 .|.|.|punct|8""",
    "Boeing sued a supplier.\nThe company complained.": """
Boeing|boeing|NNP|nsubj|1 sued|sue|VBD|ROOT|1 a|a|DT|det|3 supplier|supplier|NN|dobj|1 .|.|.|punct|1
The|the|DT|det|1 company|company|NN|nsubj|2 complained|complain|VBD|ROOT|2 .|.|.|punct|2""",
    "The People Power Party (PPP) met in Seoul.\nThe PPP rejected the bill.": """
The|the|DT|det|3 People|people|NNP|compound|3 Power|power|NNP|compound|3 Party|party|NNP|nsubj|7 (|(|-LRB-|punct|3 PPP|ppp|NNP|appos|3 )|)|-RRB-|punct|3 met|meet|VBD|ROOT|7 in|in|IN|prep|7 Seoul|seoul|NNP|pobj|8 .|.|.|punct|7
The|the|DT|det|1 PPP|ppp|NNP|nsubj|2 rejected|reject|VBD|ROOT|2 the|the|DT|det|4 bill|bill|NN|dobj|2 .|.|.|punct|2""",
    "Kurdish forces left Afrin in Syria.": """
Kurdish|kurdish|JJ|amod|1 forces|force|NNS|nsubj|2 left|leave|VBD|ROOT|2 Afrin|afrin|NNP|dobj|2 in|in|IN|prep|2 Syria|syria|NNP|pobj|4 .|.|.|punct|2""",
    "NATO met in Brussels.\nThe secretary-general warned Russia.": """
NATO|nato|NNP|nsubj|1 met|meet|VBD|ROOT|1 in|in|IN|prep|1 Brussels|brussels|NNP|pobj|2 .|.|.|punct|1
The|the|DT|det|3 secretary|secretary|NN|compound|3 -|-|HYPH|punct|3 general|general|NNP|nsubj|4 warned|warn|VBD|ROOT|4 Russia|russia|NNP|dobj|4 .|.|.|punct|4""",
    "The mayor of London criticised the visit.": """
The|the|DT|det|1 mayor|mayor|NN|nsubj|4 of|of|IN|prep|1 London|london|NNP|pobj|2 criticised|criticise|VBD|ROOT|4 the|the|DT|det|6 visit|visit|NN|dobj|4 .|.|.|punct|4""",
    "Yemeni officials blocked aid groups.": """
Yemeni|yemeni|JJ|amod|1 officials|official|NNS|nsubj|2 blocked|block|VBD|ROOT|2 aid|aid|NN|compound|4 groups|group|NNS|dobj|2 .|.|.|punct|2""",
    "Two prosecutors in Brussels questioned a man.": """
Two|two|CD|nummod|1 prosecutors|prosecutor|NNS|nsubj|4 in|in|IN|prep|1 Brussels|brussels|NNP|pobj|2 questioned|question|VBD|ROOT|4 a|a|DT|det|6 man|man|NN|dobj|4 .|.|.|punct|4""",
    "Chile imposed sanctions on Peru over its raids.": """
Chile|chile|NNP|nsubj|1 imposed|impose|VBD|ROOT|1 sanctions|sanction|NNS|dobj|1 on|on|IN|prep|2 Peru|peru|NNP|pobj|3 over|over|IN|prep|2 its|its|PRP$|poss|7 raids|raid|NNS|pobj|5 .|.|.|punct|1""",
    "Hassan Rouhani said US sanctions on his country failed.": """
Hassan|hassan|NNP|compound|1 Rouhani|rouhani|NNP|nsubj|2 said|say|VBD|ROOT|2 US|us|NNP|compound|4 sanctions|sanction|NNS|nsubj|8 on|on|IN|prep|4 his|his|PRP$|poss|7 country|country|NN|pobj|5 failed|fail|VBD|ccomp|2 .|.|.|punct|2""",
    "Pakistan praised all Afghans.": """
Pakistan|pakistan|NNP|nsubj|1 praised|praise|VBD|ROOT|1 all|all|DT|det|3 Afghans|afghan|NNPS|dobj|1 .|.|.|punct|1""",
    "Rockets hit Donetsk.": """
Rockets|rocket|NNS|nsubj|1 hit|hit|VBD|ROOT|1 Donetsk|donetsk|NNP|dobj|1 .|.|.|punct|1""",
    "Vladimir Putin met Angela Merkel, saying he would return.": """
Vladimir|vladimir|NNP|compound|1 Putin|putin|NNP|nsubj|2 met|meet|VBD|ROOT|2 Angela|angela|NNP|compound|4 Merkel|merkel|NNP|dobj|2 ,|,|,|punct|2 saying|say|VBG|advcl|2 he|he|PRP|nsubj|9 would|would|MD|aux|9 return|return|VB|ccomp|6 .|.|.|punct|2""",
}
