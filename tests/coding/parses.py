"""Parses of the tests' sentences, by text: word|lemma|tag|dep|head for each word, sentences ended by a line."""

# ruff: noqa: E501
PARSES = {
    "Soldiers killed at least 12 rebels and wounded 30 others near Kidal.": """
Soldiers|soldier|NNS|nsubj|1 killed|kill|VBD|ROOT|1 at|at|RB|advmod|3 least|least|RBS|advmod|4 12|12|CD|nummod|5 rebels|rebel|NNS|dobj|1 and|and|CC|cc|1 wounded|wound|VBD|conj|1 30|30|CD|nummod|9 others|other|NNS|dobj|7 near|near|IN|prep|9 Kidal|kidal|NNP|pobj|10 .|.|.|punct|1""",
    "Gunmen stormed the market, killing 9 people.": """
Gunmen|gunman|NNS|nsubj|1 stormed|storm|VBD|ROOT|1 the|the|DT|det|3 market|market|NN|dobj|1 ,|,|,|punct|1 killing|kill|VBG|advcl|1 9|9|CD|nummod|7 people|people|NNS|dobj|5 .|.|.|punct|1""",
    "The attack left 14 villagers dead.": """
The|the|DT|det|1 attack|attack|NN|nsubj|2 left|leave|VBD|ROOT|2 14|14|CD|nummod|4 villagers|villager|NNS|dobj|2 dead|dead|JJ|oprd|2 .|.|.|punct|2""",
    "The death toll from the fire in Lagos rose to 41.": """
The|the|DT|det|2 death|death|NN|compound|2 toll|toll|NN|nsubj|8 from|from|IN|prep|2 the|the|DT|det|5 fire|fire|NN|pobj|3 in|in|IN|prep|5 Lagos|lagos|NNP|pobj|6 rose|rise|VBD|ROOT|8 to|to|IN|prep|8 41|41|CD|pobj|9 .|.|.|punct|8""",
    "Police arrested the editor Maria Lopez and her lawyer.": """
Police|police|NNS|nsubj|1 arrested|arrest|VBD|ROOT|1 the|the|DT|det|3 editor|editor|NN|dobj|1 Maria|maria|NNP|compound|5 Lopez|lopez|NNP|appos|3 and|and|CC|cc|5 her|her|PRP$|poss|8 lawyer|lawyer|NN|conj|5 .|.|.|punct|1""",
    "Police detained Ana Ruiz and at least 20 others.": """
Police|police|NNS|nsubj|1 detained|detain|VBD|ROOT|1 Ana|ana|NNP|compound|3 Ruiz|ruiz|NNP|dobj|1 and|and|CC|cc|1 at|at|RB|advmod|6 least|least|RBS|advmod|7 20|20|CD|nummod|8 others|other|NNS|conj|1 .|.|.|punct|1""",
    "Security forces shot dead 13 protesters.": """
Security|security|NN|compound|1 forces|force|NNS|nsubj|2 shot|shoot|VBD|ROOT|2 dead|dead|JJ|amod|5 13|13|CD|nummod|5 protesters|protester|NNS|dobj|2 .|.|.|punct|2""",
    "Some 5,000 people marched in Tbilisi.": """
Some|some|DT|quantmod|1 5,000|5,000|CD|nummod|2 people|people|NNS|nsubj|3 marched|march|VBD|ROOT|3 in|in|IN|prep|3 Tbilisi|tbilisi|NNP|pobj|4 .|.|.|punct|3""",
    "Peru deployed 3,000 troops to the border.": """
Peru|peru|NNP|nsubj|1 deployed|deploy|VBD|ROOT|1 3,000|3,000|CD|nummod|3 troops|troops|NNS|dobj|1 to|to|IN|prep|1 the|the|DT|det|6 border|border|NN|pobj|4 .|.|.|punct|1""",
    "Norway gave Malawi $40 million.": """
Norway|norway|NNP|nsubj|1 gave|give|VBD|ROOT|1 Malawi|malawi|NNP|dative|1 $|$|$|quantmod|5 40|40|CD|compound|5 million|million|CD|dobj|1 .|.|.|punct|1""",
    "More than 100 civilians were killed or wounded in Aden.": """
More|more|JJR|amod|2 than|than|IN|quantmod|2 100|100|CD|nummod|3 civilians|civilian|NNS|nsubjpass|5 were|be|VBD|auxpass|5 killed|kill|VBN|ROOT|5 or|or|CC|cc|5 wounded|wound|VBN|conj|5 in|in|IN|prep|7 Aden|aden|NNP|pobj|8 .|.|.|punct|5""",
    "The minister said the rebels had killed 12 people.": """
The|the|DT|det|1 minister|minister|NN|nsubj|2 said|say|VBD|ROOT|2 the|the|DT|det|4 rebels|rebel|NNS|nsubj|6 had|have|VBD|aux|6 killed|kill|VBN|ccomp|2 12|12|CD|nummod|8 people|people|NNS|dobj|6 .|.|.|punct|2""",
    "Exports to Chile reached $2.5 billion in 2021, according to customs data.": """
Exports|export|NNS|nsubj|3 to|to|IN|prep|0 Chile|chile|NNP|pobj|1 reached|reach|VBD|ROOT|3 $|$|$|quantmod|6 2.5|2.5|CD|compound|6 billion|billion|CD|dobj|3 in|in|IN|prep|3 2021|2021|CD|pobj|7 ,|,|,|punct|3 according|accord|VBG|prep|3 to|to|IN|prep|10 customs|customs|NN|compound|13 data|datum|NNS|pobj|11 .|.|.|punct|3""",
    "The two leaders met for three hours in Quito.": """
The|the|DT|det|2 two|two|CD|nummod|2 leaders|leaders|NNS|nsubj|3 met|meet|VBD|ROOT|3 for|for|IN|prep|3 three|three|CD|nummod|6 hours|hours|NNS|pobj|4 in|in|IN|prep|3 Quito|quito|NNP|pobj|7 .|.|.|punct|3""",
    "The country of 12 million has 60 hospitals.": """
The|the|DT|det|1 country|country|NN|nsubj|5 of|of|IN|prep|1 12|12|CD|compound|4 million|million|CD|pobj|2 has|have|VBZ|ROOT|5 60|60|CD|nummod|7 hospitals|hospital|NNS|dobj|5 .|.|.|punct|5""",
    "Inflation rose to 15% in March.": """
Inflation|inflation|NN|nsubj|1 rose|rise|VBD|ROOT|1 to|to|IN|prep|1 15|15|CD|nummod|4 %|%|NN|pobj|2 in|in|IN|prep|1 March|march|NNP|pobj|5 .|.|.|punct|1""",
    "The 2,000-ton ship carried 350 tonnes of wheat.": """
The|the|DT|det|4 2,000|2,000|CD|nummod|3 -|-|HYPH|punct|3 ton|ton|NN|compound|4 ship|ship|NN|nsubj|5 carried|carry|VBD|ROOT|5 350|350|CD|nummod|7 tonnes|tonne|NNS|dobj|5 of|of|IN|prep|7 wheat|wheat|NN|pobj|8 .|.|.|punct|5""",
    "About 400 families fled, the mayor said.": """
About|about|RB|advmod|1 400|400|CD|nummod|2 families|family|NNS|nsubj|3 fled|flee|VBD|ccomp|7 ,|,|,|punct|7 the|the|DT|det|6 mayor|mayor|NN|nsubj|7 said|say|VBD|ROOT|7 .|.|.|punct|7""",
    "A crowd of 7,000 gathered in 2019.": """
A|a|DT|det|1 crowd|crowd|NN|nsubj|4 of|of|IN|prep|1 7,000|7,000|CD|pobj|2 gathered|gather|VBD|ROOT|4 in|in|IN|prep|4 2019|2019|CD|pobj|5 .|.|.|punct|4""",
    '"The talks failed," Ana Ruiz said. "We will not return to the table."': """
"|"|``|punct|8 The|the|DT|det|2 talks|talks|NNS|nsubj|3 failed|fail|VBD|ccomp|8 ,|,|,|punct|8 "|"|''|punct|8 Ana|ana|NNP|compound|7 Ruiz|ruiz|NNP|nsubj|8 said|say|VBD|ROOT|8 .|.|.|punct|8
"|"|``|punct|4 We|we|PRP|nsubj|4 will|will|MD|aux|4 not|not|RB|neg|4 return|return|VB|ROOT|4 to|to|IN|prep|4 the|the|DT|det|7 table|table|NN|pobj|5 .|.|.|punct|4 "|"|''|punct|4""",
    "The minister said that the talks had failed and urged calm.": """
The|the|DT|det|1 minister|minister|NN|nsubj|2 said|say|VBD|ROOT|2 that|that|IN|mark|7 the|the|DT|det|5 talks|talks|NNS|nsubj|7 had|have|VBD|aux|7 failed|fail|VBN|ccomp|2 and|and|CC|cc|7 urged|urge|VBD|conj|7 calm|calm|NN|dobj|9 .|.|.|punct|2""",
    "According to the army, rebels attacked two villages.": """
According|accord|VBG|prep|6 to|to|IN|prep|0 the|the|DT|det|3 army|army|NN|pobj|1 ,|,|,|punct|6 rebels|rebel|NNS|nsubj|6 attacked|attack|VBD|ROOT|6 two|two|CD|nummod|8 villages|village|NNS|dobj|6 .|.|.|punct|6""",
    "The vote was rigged, opposition leader Juan Paz said.": """
The|the|DT|det|1 vote|vote|NN|nsubjpass|3 was|be|VBD|auxpass|3 rigged|rig|VBN|ccomp|9 ,|,|,|punct|9 opposition|opposition|NN|compound|6 leader|leader|NN|compound|8 Juan|juan|NNP|compound|8 Paz|paz|NNP|nsubj|9 said|say|VBD|ROOT|9 .|.|.|punct|9""",
    'He called the vote "a sad farce".': """
He|he|PRP|nsubj|1 called|call|VBD|ROOT|1 the|the|DT|det|3 vote|vote|NN|dobj|1 "|"|``|punct|7 a|a|DT|det|7 sad|sad|JJ|amod|7 farce|farce|NN|oprd|1 "|"|''|punct|1 .|.|.|punct|1""",
    'The envoy said the raid was a "grave" mistake by the army.': """
The|the|DT|det|1 envoy|envoy|NN|nsubj|2 said|say|VBD|ROOT|2 the|the|DT|det|4 raid|raid|NN|nsubj|5 was|be|VBD|ccomp|2 a|a|DT|det|10 "|"|``|punct|10 grave|grave|JJ|amod|10 "|"|''|punct|10 mistake|mistake|NN|attr|5 by|by|IN|prep|10 the|the|DT|det|13 army|army|NN|pobj|11 .|.|.|punct|2""",
    'Paz spoke in Lima.\n"We won," he told reporters.\n"Now we must build a country for all."': """
Paz|paz|NNP|nsubj|1 spoke|speak|VBD|ROOT|1 in|in|IN|prep|1 Lima|lima|NNP|pobj|2 .|.|.|punct|1
"|"|``|punct|6 We|we|PRP|nsubj|2 won|win|VBD|ccomp|6 ,|,|,|punct|6 "|"|''|punct|6 he|he|PRP|nsubj|6 told|tell|VBD|ROOT|6 reporters|reporter|NNS|dobj|6 .|.|.|punct|6
"|"|``|punct|4 Now|now|RB|advmod|4 we|we|PRP|nsubj|4 must|must|MD|aux|4 build|build|VB|ROOT|4 a|a|DT|det|6 country|country|NN|dobj|4 for|for|IN|prep|4 all|all|DT|pobj|7 .|.|.|punct|4 "|"|''|punct|4""",
    "The general, who said the army had won, left.": """
The|the|DT|det|1 general|general|NN|nsubj|10 ,|,|,|punct|1 who|who|WP|nsubj|4 said|say|VBD|relcl|1 the|the|DT|det|6 army|army|NN|nsubj|8 had|have|VBD|aux|8 won|win|VBN|ccomp|4 ,|,|,|punct|1 left|leave|VBN|ROOT|10 .|.|.|punct|10""",
    'The bank opened the "House of Trade" in Accra.': """
The|the|DT|det|1 bank|bank|NN|nsubj|2 opened|open|VBD|ROOT|2 the|the|DT|det|5 "|"|``|punct|5 House|house|NNP|dobj|2 of|of|IN|prep|5 Trade|trade|NNP|pobj|6 "|"|''|punct|5 in|in|IN|prep|2 Accra|accra|NNP|pobj|9 .|.|.|punct|2""",
    "Residents believe the dam will fail.": """
Residents|resident|NNS|nsubj|1 believe|believe|VBP|ROOT|1 the|the|DT|det|3 dam|dam|NN|nsubj|5 will|will|MD|aux|5 fail|fail|VB|ccomp|1 .|.|.|punct|1""",
    "'The port is open,' said Mayor Eva Lind.": """
'|'|``|punct|3 The|the|DT|det|2 port|port|NN|nsubj|3 is|be|VBZ|ccomp|7 open|open|JJ|acomp|3 ,|,|,|punct|7 '|'|''|punct|7 said|say|VBD|ROOT|7 Mayor|mayor|NNP|compound|10 Eva|eva|NNP|compound|10 Lind|lind|NNP|nsubj|7 .|.|.|punct|7""",
    "The ministry said police reported that rebels burned a school.": """
The|the|DT|det|1 ministry|ministry|NN|nsubj|2 said|say|VBD|ROOT|2 police|police|NNS|nsubj|4 reported|report|VBD|ccomp|2 that|that|IN|mark|7 rebels|rebel|NNS|nsubj|7 burned|burn|VBD|ccomp|4 a|a|DT|det|9 school|school|NN|dobj|7 .|.|.|punct|2""",
    "He was quoted as saying that the war was over.": """
He|he|PRP|nsubjpass|2 was|be|VBD|auxpass|2 quoted|quote|VBN|ROOT|2 as|as|IN|prep|2 saying|say|VBG|pcomp|3 that|that|IN|mark|8 the|the|DT|det|7 war|war|NN|nsubj|8 was|be|VBD|ccomp|4 over|over|RB|advmod|8 .|.|.|punct|2""",
}
