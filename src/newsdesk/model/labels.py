"""The words that a page adds to an article, by language."""

from __future__ import annotations

from dataclasses import dataclass

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur", "he", "ps", "ckb", "yi", "dv"})
"""Languages written from right to left (standard subtags of BCP 47)."""


@dataclass(frozen=True, slots=True)
class Labels:
    """One word or phrase for each thing that a page names. Places in braces are filled by the page."""

    read: str = "READ"
    by: str = "By"
    conjunction: str = "and"
    published: str = "Published"
    updated: str = "Updated"
    minutes: str = "{count} min read"
    more: str = "More from {section}"
    comments: str = "Comments"
    show_comments: str = "Show comments"
    back: str = "Back to the article"
    topics: str = "Topics"
    sections: str = "Sections"
    editions: str = "Languages"
    latest: str = "Latest"
    skip: str = "Skip to the text"
    newer: str = "Newer"
    older: str = "Older"
    page: str = "Page {number}"
    articles_by: str = "Articles by {person}"
    notes: str = "Notes"
    back_to_text: str = "Back to the text"
    link: str = "Open on {host}"
    feed: str = "News feed"
    photo: str = "Photo"
    embargo: str = "EMBARGOED UNTIL {time}"
    nothing: str = "There is nothing here yet."


LABELS: dict[str, Labels] = {
    "en": Labels(),
    "es": Labels(
        read="LEA",
        by="Por",
        conjunction="y",
        published="Publicado",
        updated="Actualizado",
        minutes="{count} min de lectura",
        more="Más de {section}",
        comments="Comentarios",
        show_comments="Mostrar comentarios",
        back="Volver al artículo",
        topics="Temas",
        sections="Secciones",
        editions="Idiomas",
        latest="Lo último",
        skip="Ir al texto",
        newer="Más recientes",
        older="Anteriores",
        page="Página {number}",
        articles_by="Artículos de {person}",
        notes="Notas",
        back_to_text="Volver al texto",
        link="Abrir en {host}",
        feed="Canal de noticias",
        photo="Foto",
        embargo="EMBARGADO HASTA {time}",
        nothing="Todavía no hay nada aquí.",
    ),
    "pt": Labels(
        read="LEIA",
        by="Por",
        conjunction="e",
        published="Publicado",
        updated="Atualizado",
        minutes="{count} min de leitura",
        more="Mais de {section}",
        comments="Comentários",
        show_comments="Mostrar comentários",
        back="Voltar ao artigo",
        topics="Temas",
        sections="Secções",
        editions="Línguas",
        latest="Últimas",
        skip="Ir para o texto",
        newer="Mais recentes",
        older="Anteriores",
        page="Página {number}",
        articles_by="Artigos de {person}",
        notes="Notas",
        back_to_text="Voltar ao texto",
        link="Abrir em {host}",
        feed="Canal de notícias",
        photo="Foto",
        embargo="EMBARGADO ATÉ {time}",
        nothing="Ainda não há nada aqui.",
    ),
    "ar": Labels(
        read="اقرأ",
        by="بقلم",
        conjunction="و",
        published="نُشر",
        updated="حُدّث",
        minutes="مدة القراءة: {count} د",
        more="المزيد من {section}",
        comments="التعليقات",
        show_comments="عرض التعليقات",
        back="العودة إلى المقال",
        topics="المواضيع",
        sections="الأقسام",
        editions="اللغات",
        latest="آخر الأخبار",
        skip="الانتقال إلى النص",
        newer="الأحدث",
        older="الأقدم",
        page="صفحة {number}",
        articles_by="مقالات {person}",
        notes="الهوامش",
        back_to_text="العودة إلى النص",
        link="فتح في {host}",
        feed="خلاصة الأخبار",
        photo="صورة",
        embargo="محظور النشر حتى {time}",
        nothing="لا يوجد شيء هنا بعد.",
    ),
    "fr": Labels(
        read="LIRE",
        by="Par",
        conjunction="et",
        published="Publié",
        updated="Mis à jour",
        minutes="{count} min de lecture",
        more="Plus d’articles : {section}",
        comments="Commentaires",
        show_comments="Afficher les commentaires",
        back="Retour à l’article",
        topics="Thèmes",
        sections="Rubriques",
        editions="Langues",
        latest="Dernières nouvelles",
        skip="Aller au texte",
        newer="Plus récents",
        older="Plus anciens",
        page="Page {number}",
        articles_by="Articles de {person}",
        notes="Notes",
        back_to_text="Retour au texte",
        link="Ouvrir sur {host}",
        feed="Fil d’actualité",
        photo="Photo",
        embargo="SOUS EMBARGO JUSQU’À {time}",
        nothing="Il n’y a encore rien ici.",
    ),
    "de": Labels(
        read="LESEN",
        by="Von",
        conjunction="und",
        published="Veröffentlicht",
        updated="Aktualisiert",
        minutes="{count} Min. Lesezeit",
        more="Mehr aus {section}",
        comments="Kommentare",
        show_comments="Kommentare zeigen",
        back="Zurück zum Artikel",
        topics="Themen",
        sections="Ressorts",
        editions="Sprachen",
        latest="Neueste Artikel",
        skip="Zum Text springen",
        newer="Neuere",
        older="Ältere",
        page="Seite {number}",
        articles_by="Artikel von {person}",
        notes="Anmerkungen",
        back_to_text="Zurück zum Text",
        link="Auf {host} öffnen",
        feed="Nachrichten-Feed",
        photo="Foto",
        embargo="SPERRFRIST BIS {time}",
        nothing="Hier steht noch nichts.",
    ),
}
"""Ready-made labels. A language that is not here starts with the English ones, to be edited."""


def labels_for(language: str) -> Labels:
    """The labels for a BCP 47 tag: those of its primary language, else the English ones."""
    return LABELS.get(language.split("-")[0].lower(), LABELS["en"])


def direction_of(language: str) -> str:
    """`rtl` or `ltr` for a BCP 47 tag."""
    return "rtl" if language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"
