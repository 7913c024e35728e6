#include "kernel/base/pictographs.hpp"

#include <doctest.h>

using base::without_pictographs;

namespace
{

std::string plain(std::string_view text)
{
    return without_pictographs(text, [](char32_t sign) { return sign == U'\u00a9'; });
}

} // namespace

TEST_CASE("emoji go from a text, and the words around them stay one blank apart")
{
    CHECK(plain("Bravo 🎉 à tous") == "Bravo à tous");
    CHECK(plain("Merci 👷🏽‍♂️❤️ !") == "Merci !");
    CHECK(plain("🏠 La dalle est coulée. 🇫🇷") == "La dalle est coulée. ");
    CHECK(plain("👍").empty());
    CHECK(plain("Étape 1\u20e3\n☀️ demain") == "Étape 1\ndemain");
}

TEST_CASE("a text in pieces keeps the blank after an emoji that begins one of them")
{
    base::PictographFilter filter{[](char32_t) { return false; }};
    CHECK(filter.next("Bravo") == "Bravo");
    CHECK(filter.next("🎉 à tous ") == " à tous ");
    CHECK(filter.next("👷") == "");
    CHECK(filter.next(" et merci") == "et merci");
}

TEST_CASE("signs that can be drawn, letters and figures stay as they are")
{
    CHECK(plain("© Établi #3 * 2026") == "© Établi #3 * 2026");
    CHECK(plain("Ça va, cœur, Ελλάδα, 12 €  deux blancs") ==
          "Ça va, cœur, Ελλάδα, 12 €  deux blancs");
}
