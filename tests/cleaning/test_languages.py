"""What is not English is told apart, and nothing English is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tacitus.cleaning import clean
from tacitus.knowledge.residue import load_residue
from tacitus.model import Article

RULES = load_residue(Path(__file__).parents[2] / "src" / "tacitus" / "data")
ENGLISH = "The army of Peru sent a thousand soldiers to its border with Ecuador on Monday, the minister said."
PASSAGES = {
    "ar": "قال وزير الخارجية إن بلاده ستستضيف محادثات بين الطرفين في الأسبوع المقبل.",
    "cs": "Ministr zahraničí v úterý oznámil, že oba diplomaté musí opustit zemi do konce týdne.",
    "de": "Die Polizei in Leipzig nahm am Sonntag vierzig Menschen fest, die gegen eine Fabrik demonstriert hatten.",
    "el": "Ο υπουργός Άμυνας δήλωσε τη Δευτέρα ότι το πλοίο θα αποσυρθεί από τη Σάμο.",
    "es": "El ejército de Perú desplegó mil soldados en la frontera con Ecuador el lunes, según el ministro.",
    "fa": "وزیر نیرو گفت که دو کشور درباره آب هیرمند به توافق رسیده‌اند.",
    "fi": "Puolustusministeriö kertoi maanantaina, että harjoitus alkaa Lapissa ensi viikolla.",
    "fr": "Le ministre de la Pêche a annoncé mardi à Dakar que douze bateaux avaient été saisis par la marine.",
    "hi": "मुख्यमंत्री ने सोमवार को कहा कि बाढ़ से प्रभावित गांवों को राहत दी जाएगी।",
    "id": "Menteri Kelautan mengatakan pada hari Rabu bahwa kapal-kapal asing itu akan ditenggelamkan.",
    "it": "I pescatori di Mazara hanno bloccato il porto per due giorni per protestare contro le nuove quote.",
    "ja": "外務大臣は火曜日、来月に両国が新たな協議を行うと発表した。",
    "ko": "국방부는 월요일 동해안에서 사흘간의 훈련을 시작했다고 밝혔다.",
    "pl": "Rolnicy zablokowali w poniedziałek przejście graniczne, żądając wstrzymania przywozu zboża.",
    "pt": "O governo de Angola assinou na quinta-feira um acordo com a Namíbia sobre a água do rio Cunene.",
    "ru": "Министр обороны заявил в понедельник, что войска покинут город до конца недели.",
    "sw": "Waziri wa Ulinzi alisema Jumatatu kwamba wanajeshi wataondoka nchini humo kabla ya mwisho wa mwaka.",
    "tr": "Dışişleri Bakanı salı günü Tiflis'te Gürcü mevkidaşıyla görüşerek sınır kapısının açılmasını istedi.",
    "uk": "Мешканці Чернігова вийшли на площу, щоб вимагати повернення полонених додому.",
    "vi": "Bộ Ngoại giao hôm thứ Ba cho biết hai nước sẽ tổ chức vòng đàm phán mới vào tháng tới tại Huế.",
    "zh": "外交部发言人星期二表示，两国将在下个月举行新一轮会谈，讨论渔业合作问题。",
}


@pytest.mark.parametrize(("expected", "words"), PASSAGES.items(), ids=PASSAGES)
def test_a_report_in_another_language_is_passed_over(expected: str, words: str) -> None:
    text, made = clean(Article("a", words, language="en"), RULES)
    assert (made.language, text.clean) == (expected, "")
    assert [s.role for s in made.sections] == ["body"]
    assert "which cannot be coded yet: passed over" in made.problems[0].message


@pytest.mark.parametrize(("expected", "words"), PASSAGES.items(), ids=PASSAGES)
def test_a_passage_in_another_language_is_passed_over(expected: str, words: str) -> None:
    text, made = clean(Article("a", f"{ENGLISH}\n{words}\n{ENGLISH[:-1]} in Lima."), RULES)
    assert [s.language for s in made.sections] == [None, expected, None]
    assert made.language == "en"
    assert words[:20] not in text.clean
    place = f"{len(ENGLISH) + 1}:{len(ENGLISH) + 1 + len(words)}"
    assert [p.message for p in made.problems] == [
        f"a passage in {RULES.language.names[expected]} at {place} is passed over"
    ]


def test_what_is_english_in_a_report_of_another_language_is_read() -> None:
    text, made = clean(Article("a", f"{PASSAGES['es']}\n{ENGLISH}\n{3 * PASSAGES['es']}"), RULES)
    assert text.clean == ENGLISH
    assert made.problems[0].message.endswith("passed over but for what is in English")


@pytest.mark.parametrize(
    "words",
    [
        "Real Madrid 2-1 Bayern München; Juventus 0-0 Paris Saint-Germain; Ajax Amsterdam 3-1 Olympique de Marseille",
        "Angela Merkel, Emmanuel Macron, Giorgia Meloni, Pedro Sánchez, Recep Tayyip Erdoğan, Viktor Orbán",
        "“¡Viva!” shouted protesters in Caracas; troops fired tear gas, wounding nine students, lawyers confirmed",
        "GOVERNOR DENIES PLAN TO PRINT BANKNOTES ABROAD",
        "Soldiers shelled Goma.",
    ],
)
def test_names_capitals_and_short_lines_count_as_the_language_of_the_report(words: str) -> None:
    assert words in (made := clean(Article("a", f"{ENGLISH}\n{words}."), RULES)[1]).text
    assert [(s.language, s.role != "residue") for s in made.sections] == [(None, True), (None, True)]


@pytest.mark.parametrize(("expected", "declared", "words"), [("es", "es-PE", "12 34 56"), ("en", "es", ENGLISH)])
def test_the_declared_language_holds_where_the_words_do_not_tell(expected: str, declared: str, words: str) -> None:
    assert clean(Article("a", words, language=declared), RULES)[1].language == expected


def test_a_long_quotation_does_not_cost_a_report_its_short_sentences() -> None:
    short = "Soldiers shelled Goma."
    text, made = clean(Article("a", f"The fleet left on Monday, the port said.\n{short}\n{PASSAGES['fr']}"), RULES)
    assert (made.language, short in text.clean) == ("en", True)
