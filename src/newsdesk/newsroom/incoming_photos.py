"""The photos that manuscripts name: found beside the files, taken in, and credited as the files say."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from newsdesk.errors import Trouble
from newsdesk.exchange import Manuscript, Picture
from newsdesk.i18n import N_, Message, message
from newsdesk.model.credit import Credit, parse_credit
from newsdesk.model.ids import PhotoId
from newsdesk.model.photo import Photo
from newsdesk.model.references import image_paths
from newsdesk.newsroom.captions import credit_line
from newsdesk.newsroom.finding import find_photo
from newsdesk.newsroom.photos import ORIGINALS, photo_of
from newsdesk.photos import add_original
from newsdesk.store import Store

REFERENCE = "photo:"


class IncomingPhotos:
    """Takes in what the manuscripts of one import name. `kept` are the records to be written with them."""

    def __init__(self, store: Store, update: bool) -> None:
        self.kept: dict[PhotoId, Photo] = {}
        self.warnings: list[Message] = []
        self._store = store
        self._update = update
        self._stored: dict[PhotoId, Photo] = {}
        self._by_file: dict[Path, Photo] = {}
        self._by_hash: dict[str, Photo] = {}

    def of(self, manuscript: Manuscript) -> dict[str, Photo]:
        """The photos that a manuscript names, by its own words for them.

        Raises `Trouble` naming the file when one is missing or no picture; nothing is kept of that file then.
        """
        pictures = [*([manuscript.lead] if manuscript.lead else []), *manuscript.photos]
        named = [picture.photo for picture in pictures]
        if "![" in manuscript.body:
            named += image_paths(manuscript.body)
        words = dict.fromkeys(named)
        files = {word: self._file(word, manuscript.source) for word in words if not word.startswith(REFERENCE)}
        return {
            word: self._taken_in(files[word], manuscript.source) if word in files else self._named(word)
            for word in words
        }

    def keep(self, manuscript: Manuscript, photos: Mapping[str, Photo], credits: Mapping[str, str]) -> None:
        """Let the photos of a manuscript be written, with what it says of them where nothing else was said.

        `credits` are those that its text gives, by the words for the photos.
        """
        lead = [manuscript.lead] if manuscript.lead else []
        for photo in photos.values():
            self.kept.setdefault(photo.id, photo)
        in_text = [Picture(word, credit=credit) for word, credit in credits.items() if word in photos]
        for picture in (*lead, *in_text, *manuscript.photos):
            id = photos[picture.photo].id
            self.kept[id] = self._credited(self.kept[id], picture, manuscript.source)

    def changed(self) -> list[Photo]:
        """The records to write: new ones, and those of which more or something else is known now."""
        return [photo for id, photo in self.kept.items() if photo != self._stored.get(id)]

    def _credited(self, photo: Photo, picture: Picture, source: Path) -> Photo:
        """The photo with the credit of a file. Caption and alt text are the article's alone.

        They would else stand on every page that shows the photo, that of a held article too.
        """
        return replace(photo, credit=self._credit(photo, picture, source)) if picture.credit else photo

    def _credit(self, photo: Photo, picture: Picture, source: Path) -> Credit:
        """The credit of a photo of which a file states one: more of it, or another one if that may be.

        A photo named by its id is that of other articles too, and the file may be older than its credit.
        """
        written = picture.credit
        before, new = photo.credit, parse_credit(written)
        if written == credit_line(before):
            return before
        if not contradicts(before, new):
            return Credit(
                new.person or before.person,
                new.agency or before.agency,
                new.distributor or before.distributor,
            )
        if self._update and not picture.photo.startswith(REFERENCE):
            return new
        warning = N_("“{file}”: the photo {photo} keeps the credit that it had; “{credit}” was not taken over.")
        name = photo.file_name or photo.id
        self.warnings.append(message(warning, file=str(source), photo=name, credit=written))
        return before

    def _named(self, word: str) -> Photo:
        photo = find_photo(self._store.read, word)
        return self._stored.setdefault(photo.id, photo)

    def _taken_in(self, file: Path, source: Path) -> Photo:
        if file in self._by_file:
            return self._by_file[file]
        try:
            original = add_original(self._store.folder / ORIGINALS, file)
        except Trouble as trouble:
            raise Trouble(
                N_("“{file}” was not taken in: {reason}"),
                way_out=N_("Replace the photo, or take its name out of the file."),
                file=str(source),
                reason=str(trouble.what),
            ) from trouble
        stored = self._store.read.photo_by_hash(original.hash)
        if stored:
            self._stored.setdefault(stored.id, stored)
        photo = stored or self._by_hash.get(original.hash) or photo_of(original, file, self._store)
        self._by_file[file] = self._by_hash[original.hash] = photo
        return photo

    def _file(self, word: str, source: Path) -> Path:
        """The photo file that `word` means: below the folder around the manuscript's, links resolved."""
        folder = source.parent.resolve()
        places = [(folder / each).resolve() for each in spellings(word) if not Path(each).is_absolute()]
        inside = [place for place in places if place.is_relative_to(folder.parent)]
        for place in inside:
            if _is_file(place):
                return place
        raise Trouble(
            N_("“{file}” names the photo “{photo}”, which is not there.")
            if inside
            else N_("“{file}” names the photo “{photo}”, which lies outside the folder around it."),
            way_out=N_(
                "Put the photo beside the text, or into a folder beside the text’s, and name it from there."
            ),
            file=str(source),
            photo=word,
        )


def _is_file(place: Path) -> bool:
    try:
        return place.is_file()
    except OSError:  # no file has such a name, or it lies where we may not look
        return False


def spellings(word: str) -> list[str]:
    """The file names that a written name may stand for: as it is, with %20 and its like read, composed or not."""
    plain = dict.fromkeys([word, unquote(word)])
    forms = [unicodedata.normalize(form, text) for text in plain for form in ("NFC", "NFD")]
    return [text for text in dict.fromkeys([*plain, *forms]) if "\0" not in text]


def contradicts(one: Credit, other: Credit) -> bool:
    """Whether two credits name different people, agencies or distributors."""
    pairs = ((one.person, other.person), (one.agency, other.agency), (one.distributor, other.distributor))
    return any(first and second and first != second for first, second in pairs)
