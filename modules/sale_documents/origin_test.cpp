#include "modules/sale_documents/line_forms.hpp"
#include "modules/sale_documents/origin.hpp"

#include <doctest.h>

using namespace sale_documents;

namespace
{

const Origin hour{.item = ItemId{72057594037927936},
                  .term = PriceTerm::month,
                  .source = PriceSource::group,
                  .list = base::UnitPrice{600'000},
                  .offered = base::UnitPrice{540'000}};

} // namespace

TEST_CASE("a line keeps the item it came from while it is typed")
{ // PRB-050 PRB-003
    const auto typed = typed_line({.name = "Heure", .tax = "tva20", .origin = hour});
    CHECK(typed.text("origin") == "72057594037927936.month.group.600000.540000");
    const auto read = read_lines({{"l4.kind", "line"},
                                  {"l4.origin", std::string{typed.text("origin")}},
                                  {"l4.name", "Heure d’atelier, le samedi"},
                                  {"l4.quantity", "2"},
                                  {"l4.unit_price", "70"},
                                  {"l4.discount", "0"},
                                  {"l4.tax", "tva20"}},
                                 billing::Regime::france);
    REQUIRE(read.is_valid());
    CHECK(lines_of(read).front().origin == hour);
}

TEST_CASE("what is no item is forgotten, and the line stays")
{
    for (const auto* text :
         {"", "7", "7.month.group.1", "x.month.group.1.1", "7.week.group.1.1", "7.month.nobody.1.1",
          "7.month.group.-1.1", "7.month.group.1.1.1", "7.month.group.1.999999999999999999"})
        CHECK_FALSE(read_origin(text).has_value());
}
