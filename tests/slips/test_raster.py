import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from queue_server.slips.layout import Align, Banner, Big, Block, Code, Rule, SideBySide, Size, Space, Words
from queue_server.slips.raster import raster


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    """The box around everything black."""
    box = ImageChops.invert(picture.convert("L")).getbbox()
    assert box is not None, "the paper is blank"
    return box


def drawn(*blocks: Block, width: int = 576) -> Image.Image:
    """Only what is black, cropped."""
    picture = raster(list(blocks), width)
    return picture.crop(ink(picture))


def test_a_slip_is_black_and_white_and_as_wide_as_the_paper() -> None:
    assert raster([Words("Floor", "en")]).mode == "1"
    assert raster([Words("Floor", "en")]).width == 576
    assert raster([Words("Floor", "en")], 384).width == 384


def test_arabic_starts_at_the_right_and_english_at_the_left() -> None:
    arabic = ink(raster([Words("الطابق", "ar", align=Align.START)]))
    english = ink(raster([Words("Floor", "en", align=Align.START)]))
    assert arabic[0] > 288
    assert arabic[2] > 550
    assert english[0] < 26
    assert english[2] < 288


def test_arabic_letters_are_joined() -> None:
    joined = drawn(Words("بيت", "ar")).width
    apart = drawn(Words("ب ي ت", "ar")).width
    assert joined < apart * 0.75


def test_arabic_is_written_from_right_to_left() -> None:
    # Alef is a thin upright, seen is wide: whichever comes first must stand at the right.
    alef_first = drawn(Words("اس", "ar", Size.LARGE))
    seen_first = drawn(Words("سا", "ar", Size.LARGE))
    rightmost = (alef_first.width - 5, 0, alef_first.width, alef_first.height)
    assert ink(alef_first.crop(rightmost))[1] < 5
    assert ink(seen_first.crop((0, 0, 5, seen_first.height)))[1] < 5


def test_a_number_in_brackets_inside_arabic_reads_from_left_to_right() -> None:
    mixed = drawn(Words("الطابق 1 (C042)", "ar", Size.LARGE))
    alone = drawn(Words("(C042)", "en", Size.LARGE))
    end_of_the_line = mixed.crop((0, 0, alone.width, mixed.height))
    assert end_of_the_line.crop(ink(end_of_the_line)).tobytes() == alone.tobytes()


@settings(max_examples=60)
@given(
    st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي لآئءABCwxyz 0123456789 ()-./:،", max_size=200),
    st.sampled_from(["ar", "en"]),
    st.sampled_from(list(Align)),
    st.sampled_from([384, 576]),
    st.sampled_from([None, "", "1"]),
)
def test_no_word_ever_runs_off_the_paper(text: str, language: str, align: Align, width: int, mark: str | None) -> None:
    picture = raster([Words(text, language, Size.LARGE, align=align, mark=mark)], width).convert("L")
    for edge in ((0, 0, 6, picture.height), (width - 6, 0, width, picture.height)):
        assert ImageChops.invert(picture.crop(edge)).getbbox() is None


def test_a_long_paragraph_is_broken_between_words() -> None:
    one = raster([Words("Bring the papers", "en")]).height
    assert raster([Words("Bring the papers " * 4, "en")]).height == 2 * one


def test_a_word_wider_than_the_paper_is_broken_too() -> None:
    one = raster([Words("W", "en", Size.LARGE)]).height
    assert raster([Words("W" * 40, "en", Size.LARGE)]).height >= 3 * one


def test_the_big_number_fills_the_width() -> None:
    for width in (384, 576):
        left, _, right, _ = ink(raster([Big("C042")], width))
        assert right - left > 0.88 * width
        assert left >= 8


def test_a_single_figure_is_no_taller_than_asked() -> None:
    assert raster([Big("7", tallest=60)]).height <= 60


def test_a_qr_code_is_read_again_on_both_papers() -> None:
    for width in (384, 576):
        (found,) = zxingcpp.read_barcodes(
            raster([Rule(), Code("https://dawr.example/t/q8Jx2mT0cVb5nK1yR7uWzA"), Rule()], width)
        )
        assert found.text == "https://dawr.example/t/q8Jx2mT0cVb5nK1yR7uWzA"


def test_columns_stand_in_reading_order() -> None:
    blocks: tuple[tuple[Block, ...], ...] = ((Big("1", tallest=60),), (Space(60),))
    assert ink(raster([SideBySide(blocks, "ar")]))[0] > 288
    assert ink(raster([SideBySide(blocks, "en")]))[2] < 288


def test_a_banner_is_black_to_both_edges_with_white_words() -> None:
    picture = raster([Banner("COPY", "en")])
    assert ink(picture) == (0, 0, 576, picture.height)
    assert picture.convert("L").histogram()[255] > 1000


def test_the_same_blocks_make_the_same_picture() -> None:
    blocks: list[Block] = [Words("تجديد تصريح عمل", "ar"), Big("C042"), Code("K7QM")]
    assert raster(blocks).tobytes() == raster(blocks).tobytes()
