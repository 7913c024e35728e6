#include "kernel/i18n/translate.hpp"
#include "kernel/log/log.hpp"

#include <doctest.h>

#include <stdexcept>
#include <vector>

using namespace i18n;

namespace
{

Catalogue catalogue(const char* toml)
{
    const base::EmbeddedFile file{"modules/a/i18n/fr.toml", toml};
    return Catalogue{{&file, 1}};
}

} // namespace

TEST_CASE("nested tables are dotted keys and their sentences are typeset")
{
    const auto sentences = catalogue("[tickets.refusal]\nclosed = \"C'est fini !\"\n");
    CHECK(*sentences.find("tickets.refusal.closed") == "C’est fini\u202F!");
    CHECK(sentences.find("tickets.refusal") == nullptr);
}

TEST_CASE("zero and one are singular in French")
{
    const auto sentences = catalogue("[n]\none = \"{count} jour\"\nother = \"{count} jours\"\n");
    for (const auto* count : {"0", "1", "1,5"})
        CHECK(sentences.find("n", {{"count", count}})->ends_with("jour"));
    for (const auto* count : {"2", "10", "1\u202F000", ""})
        CHECK(sentences.find("n", {{"count", count}})->ends_with("jours"));
}

TEST_CASE("placeholders take their values as they are")
{
    CHECK(filled("{a} et {b}, {c} {", {{"a", "{b}"}, {"b", "2"}}) == "{b} et 2, {c} {");
    CHECK(filled("", {}) == "");
}

TEST_CASE("a key in two files, a number or broken TOML stops the start")
{
    const std::vector<base::EmbeddedFile> twice{{"a/i18n/fr.toml", "k = \"1\""},
                                                {"b/i18n/fr.toml", "k = \"2\""}};
    CHECK_THROWS_AS(Catalogue{twice}, std::runtime_error);
    CHECK_THROWS_AS(catalogue("k = 1"), std::runtime_error);
    CHECK_THROWS_WITH(catalogue("\nk = "), doctest::Contains("modules/a/i18n/fr.toml:2"));
}

TEST_CASE("only catalogues are read")
{
    const base::EmbeddedFile other{"a/i18n/fr.toml.md", "not TOML"};
    CHECK(Catalogue{{&other, 1}}.size() == 0);
}

TEST_CASE("the product's own catalogue is read")
{
    CHECK(t("i18n.yesterday") == "hier");
    CHECK(t("i18n.bytes", {{"count", "2"}}) == "2\u00A0octets");
    CHECK(has("i18n.bytes"));
    CHECK_FALSE(has("i18n.nothing"));
}

TEST_CASE("an unknown key is shown and logged, and throws in test mode")
{
    const logs::Capture capture;
    CHECK(t("i18n.nothing") == "i18n.nothing");
    CHECK(t("i18n.in_minutes") == "dans {minutes}\u00A0min");
    CHECK(capture.lines().size() == 2);
    set_unknown_key(UnknownKey::Throws);
    CHECK_THROWS_AS(t("i18n.nothing"), std::logic_error);
    CHECK_THROWS_AS(t("i18n.in_minutes"), std::logic_error);
    set_unknown_key(UnknownKey::Shows);
}
