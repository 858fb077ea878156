"""Pages of a small invented newspaper, as values: for golden files, and to look at in a browser."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from newsdesk.model.edition import Edition
from newsdesk.model.ids import EditionId, PhotoId
from newsdesk.model.labels import direction_of, labels_for
from newsdesk.paths import resources
from newsdesk.render import Theme, load_theme
from newsdesk.render.markup import read_body
from newsdesk.render.view import (
    ArticleView,
    Author,
    Card,
    CardGroup,
    CommentsView,
    EditionLink,
    Figure,
    Link,
    ListKind,
    ListView,
    Picture,
    Site,
)

BASE_URL = "https://harbour.example/"
NAMES = {"en": "English", "es": "Español", "pt": "Português", "ar": "العربية"}
SECTIONS = {
    "en": ("Harbour", "Politics", "Markets", "Culture", "Sport", "Environment"),
    "ar": ("الميناء", "السياسة", "الأسواق", "الثقافة", "الرياضة", "البيئة"),
}
TITLES = {"en": "Harbour Weekly", "ar": "أسبوعية الميناء"}
TAGLINES = {"en": "News from both quays of Port Alma, in print on Fridays", "ar": "أخبار رصيفَي بورت ألما كل جمعة"}
MORNING = datetime(2026, 1, 16, 6, 0, tzinfo=UTC)

BODY = """\
The first crate comes off at ten past twelve. Nobody speaks; the **north quay** does the talking, in chains and \
reverse alarms.[^board]

"You learn to hear the load before you see it," says Marta Reis, who has driven crane four for nineteen years. \
Tonight it is citrus, 64 pallets from the *Santa Ida*, and the wind is from the west at 18 knots.

READ: [Council votes to reopen the old customs house](article:customs-house)

![Oranges wait for the first lorry on 13 January 2026.](photo:oranges)

## Twenty-two lamps

What people in town notice is the light. Twenty-two masts burn over the quay from dusk, and the council received \
fourteen complaints about them last year, most of them [about the hour](https://council.example/complaints).

>> You learn to hear the load before you see it.
>> — Marta Reis

| Hour | Ship | Cargo | Tonnes |
|:-----|:-----|:------|-------:|
| 00:10 | Santa Ida | Oranges, lemons and four crates of grapefruit | 50.8 |
| 02:30 | Boa Nova | Flour | 112.0 |
| 04:15 | Alma II | Mixed goods for the islands | 9.4 |

READ: The lighthouse keeper's last log

READ: A story that is not online

> We would like to sleep too, he writes to each of them.

1. Soup at two o'clock.
2. The last pallet at 05:40.

https://video.example/watch/night-shift

By three the lorries are queueing past the old customs house with their engines off. Reis climbs down the 94 \
rungs of crane four, signs the list and walks her son to [school](article:gone).

[^board]: By the Harbour Board's reckoning: 310 tonnes in an ordinary week.
"""

ARABIC_BODY = """\
ينزل أول صندوق عند الثانية عشرة وعشر دقائق ليلًا. لا أحد يتكلم؛ المتكلم الوحيد هو **الرصيف الشمالي**، بسلاسله \
وصفارات الشاحنات وهي ترجع إلى الخلف.

«تتعلّم أن تسمع الحمولة قبل أن تراها»، تقول مارتا ريس التي تقود الرافعة الرابعة منذ تسعة عشر عامًا.

اقرأ: [المجلس البلدي يصوّت لصالح إعادة فتح مبنى الجمارك القديم](article:customs-house)

## اثنان وعشرون مصباحًا

ما يلاحظه أهل المدينة هو الضوء. فوق الرصيف اثنان وعشرون عمود إنارة تُضاء منذ الغروب، وقد تلقى المجلس البلدي بشأنها \
أربع عشرة شكوى في العام الماضي.

>> تتعلّم أن تسمع الحمولة قبل أن تراها.

في الأسبوع العادي ينقلون 310 أطنان بين منتصف الليل والسادسة صباحًا. وهذا، بحسب تقدير الهيئة، ثلث كل ما يؤكل في \
بورت ألما والقرى الواقعة خلفها.
"""

STORIES = (
    ("Night shift: the dockers who keep the harbour lit", "Working lives", "Harbour", "north-quay-dawn"),
    ("Council votes to reopen the old customs house", "Town hall", "Politics", "customs-house"),
    ("Fish prices fall for the third week", "", "Markets", "fish-market"),
    ("Why the north quay floods first", "Explained", "Harbour", "storm-wall"),
    ("Forty years of the Old Bridge, in the words of its painters", "", "Culture", "old-bridge-night"),
    ("Gaivota wins the Alma Cup in a dying wind", "Sailing", "Sport", "regatta"),
    ("Ferry timetable to change in spring", "", "Harbour", "ferry-morning"),
    ("The lighthouse keeper's last log", "Cabo Claro", "Culture", "lighthouse"),
    ("What a crate of oranges costs in fuel", "", "Markets", "orange-crates"),
    ("Herons counted in the marsh: 212", "", "Environment", "salt-marsh"),
    ("A long evening in the council chamber", "", "Politics", "council-chamber"),
    ("Nadia Karim on the play that nobody wanted to read", "Interview", "Culture", "theatre-door"),
)
ARABIC_STORIES = (
    ("وردية الليل: عمّال الرصيف الذين يُبقون الميناء مضاءً", "حكايات العمل", "الميناء", "north-quay-dawn"),
    ("المجلس البلدي يصوّت لصالح إعادة فتح مبنى الجمارك القديم", "", "السياسة", "customs-house"),
    ("أسعار السمك تنخفض للأسبوع الثالث", "", "الأسواق", "fish-market"),
    ("لماذا يغرق الرصيف الشمالي أولًا", "", "الميناء", "storm-wall"),
    ("أربعون عامًا على الجسر القديم", "", "الثقافة", "old-bridge-night"),
)
STANDFIRST = "Between midnight and six, eleven people move a third of the town's food. We spent a week with them."
ARABIC_STANDFIRST = (
    "بين منتصف الليل والسادسة صباحًا يُفرغ أحد عشر شخصًا ثلث ما تأكله المدينة. أمضينا معهم أسبوعًا كاملًا."
)


def default_theme() -> Theme:
    """The theme that we ship."""
    return load_theme(resources() / "themes" / "default", None)


def locate(picture: Picture, width: int) -> str:
    """Where the pictures of these pages are said to be."""
    return f"photos/{picture.hash}-{width}.{picture.extension}"


def picture(name: str, width: int = 2400, height: int = 1600) -> Picture:
    """A picture named after its file."""
    alt = f"Drawn scene: {name.replace('-', ' ')}."
    return Picture(PhotoId(name), name, "jpg", width, height, (480, 800, 1200, 2000), alt)


def edition(language: str) -> Edition:
    """An edition of the newspaper; English is the main one."""
    prefix = "" if language == "en" else language
    labels = labels_for(language)
    return Edition(EditionId(language), language, NAMES[language], direction_of(language), prefix, labels=labels)


def edition_links(path: str, current: str, languages: tuple[str, ...] = tuple(NAMES)) -> tuple[EditionLink, ...]:
    """The same path in some editions."""
    return tuple(
        EditionLink(
            language, direction_of(language), NAMES[language], _prefixed(language, path), language == current
        )
        for language in languages
    )


def site(language: str = "en", base_url: str = BASE_URL) -> Site:
    """What the pages of one edition share."""
    return Site(
        title=TITLES[language],
        tagline=TAGLINES[language],
        logo="",
        base_url=base_url,
        zone="Europe/Lisbon",
        edition=edition(language),
        css="site.css",
        front=_prefixed(language, "index.html"),
        feed=_prefixed(language, "feed.xml"),
        sections=tuple(_section(language, place) for place in range(6)),
        editions=edition_links("index.html", language),
    )


def cards(language: str = "en", base: str = "harbour") -> tuple[Card, ...]:
    """The newspaper's articles as they stand in lists, newest first."""
    stories = ARABIC_STORIES if language == "ar" else STORIES
    return tuple(
        Card(
            path=_prefixed(language, f"{base}/2026/01/story-{place}/index.html"),
            headline=headline,
            kicker=kicker,
            standfirst=ARABIC_STANDFIRST if language == "ar" else STANDFIRST,
            section=_section(language, SECTIONS[language].index(section)),
            date=datetime(2026, 1, 16 - place, 6, 0, tzinfo=UTC),
            picture=None if place == 2 else picture(name, 1600, 1600 if place == 3 else 1067),
        )
        for place, (headline, kicker, section, name) in enumerate(stories)
    )


def lead(language: str = "en") -> Figure:
    """The lead photo of that article."""
    captions = {
        "en": "Cranes at the north quay shortly before dawn on 12 January 2026.",
        "ar": "رافعات الرصيف الشمالي قبيل الفجر في 12 يناير 2026.",
    }
    credit, agency = "[Lena Fuchs/Harbour Weekly]", "Harbour Weekly"
    return Figure(picture("north-quay-dawn"), captions[language], credit, "Lena Fuchs", agency, f"© 2026 {agency}")


def article(language: str = "en", base_url: str = BASE_URL) -> ArticleView:
    """An article with everything that one may have."""
    arabic = language == "ar"
    headline, kicker, _, _ = (ARABIC_STORIES if arabic else STORIES)[0]
    path = _prefixed(language, "harbour/2026/01/night-shift/index.html")
    names = ("إينيش كوشتا", "عمر حداد", "لينا فوكس") if arabic else ("Inês Costa", "Omar Haddad", "Lena Fuchs")
    roles = ("", "", "تصوير" if arabic else "Photographs")
    oranges = Figure(picture("orange-crates"), "Oranges on the quay.", "[Lena Fuchs/Harbour Weekly]", "Lena Fuchs")
    council = Link("Council votes", _prefixed(language, "politics/2026/01/customs-house/index.html"))
    keeper = Link("The lighthouse keeper’s last log", "culture/2026/01/keeper/index.html")
    return ArticleView(
        site=site(language, base_url),
        path=path,
        headline=headline,
        kicker=kicker,
        standfirst=ARABIC_STANDFIRST if arabic else STANDFIRST,
        dateline="بورت ألما" if arabic else "PORT ALMA",
        bylines=tuple(
            Author(name, role, _prefixed(language, f"people/{place}/index.html"))
            for place, (name, role) in enumerate(zip(names, roles, strict=True))
        ),
        published=MORNING,
        updated=datetime(2026, 1, 17, 14, 30, tzinfo=UTC),
        section=_section(language, 0),
        further_sections=(_section(language, 2),),
        topics=tuple(
            Link(text, _prefixed(language, f"topics/{place}/index.html"))
            for place, text in enumerate(
                ("بورت ألما", "العمل", "الغذاء") if arabic else ("Port Alma", "Work", "Food")
            )
        ),
        lead=lead(language),
        body=read_body(ARABIC_BODY if arabic else BODY, language, frozenset({"READ", "اقرأ"})),
        figures=((PhotoId("oranges"), oranges),),
        targets=(("customs-house", council),),
        headlines=((keeper.text, keeper),),
        editions=edition_links("harbour/2026/01/night-shift/index.html", language, ("en", "ar")),
        more=cards(language)[1:4],
        comments=_prefixed(language, "harbour/2026/01/night-shift/comments/index.html"),
        search_text="A week on the north quay with the dockers who unload the town's food by night."
        if not arabic
        else "",
    )


def bare_article() -> ArticleView:
    """An article with nothing but a headline and a body, in a newsroom with nothing but a title."""
    full = article(base_url="")
    plain = replace(full.site, tagline="", feed="", sections=(), editions=())
    return replace(
        full,
        site=plain,
        path="night-shift.html",
        kicker="",
        standfirst="",
        dateline="",
        bylines=(),
        published=None,
        updated=None,
        section=None,
        further_sections=(),
        topics=(),
        lead=None,
        body=read_body("The first crate comes off at ten past twelve.", "en", frozenset()),
        figures=(),
        targets=(),
        headlines=(),
        editions=(),
        more=(),
        comments="",
        search_text="",
    )


def front(language: str = "en", base_url: str = BASE_URL) -> ListView:
    """The front page."""
    all_cards = cards(language)
    groups = tuple(
        CardGroup(section, tuple(card for card in all_cards if card.section == section))
        for section in site(language).sections
    )
    return ListView(
        site=site(language, base_url),
        path=_prefixed(language, "index.html"),
        kind=ListKind.FRONT,
        title=TITLES[language],
        subtitle="",
        intro="",
        cards=all_cards[:8],
        groups=groups,
        editions=edition_links("index.html", language),
    )


def section(language: str = "en", base_url: str = BASE_URL) -> ListView:
    """The newest page of a section."""
    return ListView(
        site=site(language, base_url),
        path=_section(language, 0).path,
        kind=ListKind.SECTION,
        title=_section(language, 0).text,
        subtitle="",
        intro="",
        cards=cards(language)[:7],
        groups=(),
        editions=edition_links("harbour/index.html", language, ("en", "ar")),
        older=_prefixed(language, "harbour/page-2/index.html"),
        feed=_prefixed(language, "harbour/feed.xml"),
    )


def older(base_url: str = BASE_URL) -> ListView:
    """An older page of the section."""
    newest = section(base_url=base_url)
    path = "harbour/page-2/index.html"
    return replace(
        newest, path=path, cards=newest.cards[3:6], number=2, newer=newest.path, older="harbour/page-1/index.html"
    )


def topic(base_url: str = BASE_URL) -> ListView:
    """The page of a topic."""
    path = "topics/0/index.html"
    return replace(
        section(base_url=base_url), path=path, kind=ListKind.TOPIC, title="Port Alma", older="", feed=""
    )


def author(base_url: str = BASE_URL) -> ListView:
    """The page of one who writes."""
    return replace(
        section(base_url=base_url),
        path="people/0/index.html",
        kind=ListKind.AUTHOR,
        title="Inês Costa",
        subtitle="Harbour reporter",
        intro="Inês Costa has covered the port since 2017. She grew up above the net store on Rua da Lota.",
        older="",
        feed="",
        editions=(),
    )


def comments(text: str = "We read every letter.\n\nWrite to letters@example.org.") -> CommentsView:
    """The comments page of the article."""
    view = article()
    return CommentsView(view.site, view.comments, Link(view.headline, view.path), text)


def write_pages(folder: Path, base_url: str = "") -> None:
    """All these pages as files, with their style sheet, to be opened in a browser."""
    from newsdesk.render import page

    theme = default_theme()
    views = (
        article("en", base_url),
        article("ar", base_url),
        replace(bare_article(), site=replace(bare_article().site, base_url=base_url)),
        front("en", base_url),
        front("ar", base_url),
        section("en", base_url),
        section("ar", base_url),
        older(base_url),
        topic(base_url),
        author(base_url),
        comments(),
    )
    for view in views:
        path = folder / view.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(view, theme, locate), encoding="utf-8")
    (folder / "site.css").write_text(theme.css("#1f5eb8"), encoding="utf-8")


def _section(language: str, place: int) -> Link:
    name = SECTIONS["en"][place].lower()
    return Link(SECTIONS.get(language, SECTIONS["en"])[place], _prefixed(language, f"{name}/index.html"))


def _prefixed(language: str, path: str) -> str:
    return path if language == "en" else f"{language}/{path}"
