#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/base/xml_tree.hpp"
#include "modules/bank/statement.hpp"

#include <array>
#include <utility>

namespace bank
{
namespace
{

/// OFX 1 leaves its elements open (SGML), OFX 2 closes them (XML): both become tags, each with the
/// text that follows it; "/STMTTRN" at the end of one.
struct Tag {
    std::string name;
    std::string text;
};

std::string plain(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> entities{
        {{"&lt;", "<"},
         {"&gt;", ">"},
         {"&quot;", "\""},
         {"&apos;", "'"},
         {"&nbsp;", " "},
         {"&amp;", "&"}}};
    std::string out{text};
    for (const auto& [from, to] : entities)
        out = base::replace_all(std::move(out), from, to);
    return base::trim(out);
}

/// What is collected of one movement.
struct Draft {
    std::optional<base::Date> day;
    std::optional<base::Cents> amount;
    std::string name, memo, reference;
};

class OfxReader
{
  public:
    explicit OfxReader(base::Currency currency) : currency_(base::currency_code(currency)) {}

    void take(const Tag& tag)
    {
        is_statement_ = is_statement_ || tag.name == "STMTRS";
        if (tag.name == "CURDEF" && tag.text != currency_)
            read_.fault = StatementFault::other_currency;
        if (tag.name == "ACCTID" && !draft_) account_ = tag.text; // that of whoever paid is in his
        if (read_.account.empty()) read_.account = account_;
        const bool is_begin = tag.name == "STMTTRN";
        if (is_begin || tag.name == "/STMTTRN" || tag.name == "/BANKTRANLIST") finish();
        if (is_begin) draft_.emplace();
        if (draft_) take_part(tag);
    }
    bool has_fault() const { return read_.fault.has_value(); }
    StatementRead done()
    {
        finish();
        read_.format = StatementFormat::ofx;
        if (!is_statement_) read_.fault = StatementFault::not_understood;
        return std::move(read_);
    }

  private:
    void take_part(const Tag& tag)
    {
        if (tag.name == "DTPOSTED") draft_->day = read_day(tag.text);
        if (tag.name == "TRNAMT") draft_->amount = read_plain_cents(tag.text);
        if (tag.name == "FITID") draft_->reference = tag.text;
        if (tag.name == "NAME") draft_->name = tag.text;
        if (tag.name == "MEMO") draft_->memo = tag.text;
    }
    void finish()
    {
        if (!draft_) return;
        if (draft_->day && draft_->amount)
            add_line(read_, {.booked_on = *draft_->day,
                             .amount = *draft_->amount,
                             .label = draft_->name + " " + draft_->memo,
                             .counterpart = {},
                             .reference = draft_->reference,
                             .account = account_});
        else
            ++read_.unread;
        draft_.reset();
    }

    std::string_view currency_;
    std::string account_;
    StatementRead read_{.fault = {}, .format = StatementFormat::ofx, .account = {}};
    std::optional<Draft> draft_;
    bool is_statement_ = false;
};

/// Bounded by the depth of the tree.
void take_node(const base::XmlNode& node, OfxReader& reader)
{
    reader.take({node.name, node.text});
    for (const auto& child : node.children)
        if (!reader.has_fault()) take_node(child, reader);
    reader.take({"/" + node.name, {}});
}

void take_tags(std::string_view text, OfxReader& reader)
{
    std::size_t at = 0;
    while (!reader.has_fault()) {
        const auto open = text.find('<', at);
        if (open == std::string_view::npos) return;
        const auto close = text.find('>', open);
        if (close == std::string_view::npos) return;
        at = std::min(text.find('<', close), text.size());
        reader.take({base::trim(text.substr(open + 1, close - open - 1)),
                     plain(text.substr(close + 1, at - close - 1))});
    }
}

} // namespace

StatementRead read_ofx(std::string_view bytes, base::Currency currency)
{
    constexpr auto ofx = StatementFormat::ofx;
    OfxReader reader{currency};
    if (base::trim(bytes.substr(0, 64)).starts_with("<?xml")) {
        const auto tree = base::read_xml(bytes, {.bytes_max = statement_bytes_max});
        if (tree.fault == base::XmlFault::too_large) return refused(ofx, StatementFault::too_large);
        if (!tree.root) return refused(ofx, StatementFault::not_understood);
        take_node(*tree.root, reader);
        return reader.done();
    }
    auto text = base::csv_text(bytes, base::CsvEncoding::utf8);
    if (!text) text = base::csv_text(bytes, base::CsvEncoding::windows1252);
    if (!text) return refused(ofx, StatementFault::not_understood);
    take_tags(*text, reader);
    return reader.done();
}

} // namespace bank
