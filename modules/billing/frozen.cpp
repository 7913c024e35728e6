#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "modules/billing/figures.hpp"

namespace billing
{
namespace
{

/// Of the order and meaning of the fields below; a document frozen with it says so for ever.
constexpr const char* version = "billing-figures-1";

/// Codes are capitals and digits, so nothing needs escaping.
class Writer
{
  public:
    void text(const char* name, std::string_view value)
    {
        key(name);
        out_ += '"';
        out_ += value;
        out_ += '"';
    }
    void number(const char* name, std::int64_t value)
    {
        key(name);
        out_ += std::to_string(value);
    }
    template <class Items, class Write>
    void list(const char* name, const Items& items, Write write)
    {
        key(name);
        out_ += '[';
        for (const auto& item : items) {
            object([&] { write(item); });
        }
        out_ += ']';
    }
    template <class Write>
    void object(Write write)
    {
        if (out_.ends_with('}')) out_ += ',';
        out_ += '{';
        write();
        out_ += '}';
    }
    void key(const char* name)
    {
        if (!out_.ends_with('{')) out_ += ',';
        out_ += '"';
        out_ += name;
        out_ += "\":";
    }
    std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

void write(Writer& out, const Treatment& treatment)
{
    out.text("category", code_of(treatment.category));
    out.text("exemption", facts_of(treatment.exemption).name);
    out.list("taxes", treatment.taxes, [&](const TaxRate& tax) {
        out.text("code", tax.code);
        out.number("rate", tax.rate.value);
    });
}

void write(Writer& out, const TypedLine& line)
{
    out.number("unit_price", line.unit_price.value);
    out.number("before_discount", line.before_discount.value);
    out.number("discount", line.discount.value);
    out.number("amount", line.amount.value);
}

void write(Writer& out, const LineFigures& line)
{
    out.number("key", line.key);
    out.number("treatment", static_cast<std::int64_t>(line.treatment));
    out.number("quantity", line.quantity.value);
    out.key("typed");
    out.object([&] { write(out, line.typed); });
    out.number("unit_net", line.unit_net.value);
    out.number("before_discount", line.before_discount.value);
    out.number("discount", line.discount.value);
    out.number("net", line.net.value);
    out.number("counted", line.presence == Presence::counted ? 1 : 0);
}

void write(Writer& out, const AdjustmentFigures& part)
{
    out.number("adjustment", static_cast<std::int64_t>(part.adjustment));
    out.number("treatment", static_cast<std::int64_t>(part.treatment));
    out.text("direction", part.direction == Direction::charge ? "charge" : "discount");
    out.number("typed", part.typed.value);
    out.number("net", part.net.value);
}

void write(Writer& out, const TaxRow& row)
{
    out.text("category", code_of(row.category));
    out.text("exemption", facts_of(row.exemption).name);
    out.text("code", row.code);
    out.number("rate", row.rate.value);
    out.number("base", row.base.value);
    out.number("tax", row.tax.value);
    out.number("rounding", row.rounding.value);
    out.number("deposit_base", row.deposit_base.value);
    out.number("deposit_tax", row.deposit_tax.value);
}

void write(Writer& out, const DepositFigures& deposit)
{
    out.number("treatment", static_cast<std::int64_t>(deposit.treatment));
    out.number("net", deposit.net.value);
}

void write(Writer& out, const TypedTotals& totals)
{
    out.number("lines", totals.lines.value);
    out.number("discounts", totals.discounts.value);
    out.number("charges", totals.charges.value);
    out.number("total", totals.total.value);
}

void write(Writer& out, const Totals& totals)
{
    out.number("lines", totals.lines.value);
    out.number("discounts", totals.discounts.value);
    out.number("charges", totals.charges.value);
    out.number("net", totals.net.value);
    out.number("tax", totals.tax.value);
    out.number("gross", totals.gross.value);
    out.number("deposits", totals.deposits.value);
    out.number("due", totals.due.value);
}

} // namespace

std::string frozen(const Figures& figures)
{
    Writer out;
    const auto each = [&](const auto& item) { write(out, item); };
    out.object([&] {
        out.text("version", version);
        out.text("whole", figures.whole);
        out.text("currency", base::currency_code(figures.currency));
        out.text("prices", figures.prices == Prices::gross ? "gross" : "net");
        out.list("treatments", figures.treatments, each);
        out.list("lines", figures.lines, each);
        out.list("adjustments", figures.adjustments, each);
        out.list("rows", figures.rows, each);
        out.list("deposits", figures.deposits, each);
        out.key("typed");
        out.object([&] { write(out, figures.typed); });
        out.key("totals");
        out.object([&] { write(out, figures.totals); });
    });
    return out.take();
}

std::string identity_of(const Figures& figures)
{
    return base::hex(base::sha256(frozen(figures)));
}

} // namespace billing
