#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/base/xml_tree.hpp"
#include "modules/bank/statement.hpp"

namespace bank
{
namespace
{

using base::XmlNode;
using Path = std::initializer_list<std::string_view>;

std::string first_of(const XmlNode& node, std::initializer_list<Path> paths)
{
    for (const auto& path : paths)
        if (const auto text = node.text_at(path); !text.empty()) return std::string{text};
    return {};
}

std::vector<const XmlNode*> children_of(const XmlNode& node, std::string_view name)
{
    std::vector<const XmlNode*> all;
    for (const auto& child : node.children)
        if (child.name == name) all.push_back(&child);
    return all;
}

/// What whoever paid wrote, the reference he gave included.
std::string words_of(const XmlNode& details)
{
    std::vector<std::string> parts;
    if (const auto* const told = details.child("RmtInf")) {
        for (const auto* one : children_of(*told, "Ustrd"))
            parts.push_back(one->text);
        for (const auto* one : children_of(*told, "Strd"))
            parts.emplace_back(one->text_at({"CdtrRefInf", "Ref"}));
    }
    const auto end_to_end = details.text_at({"Refs", "EndToEndId"});
    if (end_to_end != "NOTPROVIDED") parts.emplace_back(end_to_end);
    std::erase(parts, std::string{});
    return base::join(parts, " ");
}

StatementLine line_of(const XmlNode& entry, const XmlNode* details, base::Cents amount,
                      base::Date day)
{
    const bool is_in = entry.text_at({"CdtDbtInd"}) == "CRDT";
    StatementLine line{.booked_on = day,
                       .amount = is_in ? amount : -amount,
                       .label = {},
                       .counterpart = {},
                       .reference = std::string{entry.text_at({"AcctSvcrRef"})}};
    if (details != nullptr) {
        line.label = words_of(*details);
        line.counterpart =
            first_of(*details, {{"RltdPties", "Dbtr", "Nm"}, {"RltdPties", "Dbtr", "Pty", "Nm"}});
        const auto own = first_of(*details, {{"Refs", "AcctSvcrRef"}, {"Refs", "TxId"}});
        if (!own.empty()) line.reference = own;
    }
    if (line.label.empty()) line.label = entry.text_at({"AddtlNtryInf"});
    return line;
}

/// Of one transfer among several that the bank booked together.
std::optional<base::Cents> own_amount(const XmlNode& details, std::string_view currency)
{
    const auto* amount = details.child("Amt");
    if (amount == nullptr) amount = details.at({"AmtDtls", "TxAmt", "Amt"});
    if (amount == nullptr || amount->attribute("Ccy") != currency) return {};
    return read_plain_cents(amount->text);
}

/// Each transfer of an entry that says them all; else nothing.
std::vector<StatementLine> parts_of(const XmlNode& entry, const StatementLine& whole,
                                    const std::vector<const XmlNode*>& details,
                                    std::string_view currency)
{
    std::vector<StatementLine> parts;
    std::int64_t sum = 0;
    const auto asked = whole.amount.value < 0 ? -whole.amount : whole.amount;
    for (const auto* one : details) {
        const auto own = own_amount(*one, currency);
        if (!own || own->value < 0 || sum > asked.value) return {};
        sum += own->value;
        parts.push_back(line_of(entry, one, *own, whole.booked_on));
    }
    if (sum != asked.value) return {};
    return parts;
}

bool is_booked(const XmlNode& entry)
{
    const auto status = first_of(entry, {{"Sts", "Cd"}, {"Sts"}});
    return status.empty() || status == "BOOK";
}

void read_entry(const XmlNode& entry, const std::string& account, std::string_view currency,
                StatementRead& read)
{
    if (!is_booked(entry)) return;
    const auto* const written = entry.child("Amt");
    const auto amount = written == nullptr ? std::nullopt : read_plain_cents(written->text);
    const auto day = read_day(first_of(entry, {{"BookgDt", "Dt"}, {"BookgDt", "DtTm"}}));
    if (!amount || !day) {
        ++read.unread;
        return;
    }
    if (written->attribute("Ccy") != currency) {
        read.fault = StatementFault::other_currency;
        return;
    }
    std::vector<const XmlNode*> details;
    for (const auto* part : children_of(entry, "NtryDtls"))
        for (const auto* one : children_of(*part, "TxDtls"))
            details.push_back(one);
    const auto whole =
        line_of(entry, details.size() == 1 ? details.front() : nullptr, *amount, *day);
    auto parts = parts_of(entry, whole, details, currency);
    if (parts.size() < 2) parts = {whole};
    for (auto& part : parts) {
        part.account = account;
        add_line(read, std::move(part));
    }
}

} // namespace

StatementRead read_camt(std::string_view bytes, base::Currency currency)
{
    constexpr auto camt = StatementFormat::camt;
    const auto tree = base::read_xml(bytes, {.bytes_max = statement_bytes_max});
    if (tree.fault == base::XmlFault::too_large) return refused(camt, StatementFault::too_large);
    const auto* const message = tree.root ? tree.root->child("BkToCstmrStmt") : nullptr;
    if (message == nullptr) return refused(camt, StatementFault::not_understood);
    StatementRead read{.fault = {}, .format = camt, .account = {}};
    for (const auto* statement : children_of(*message, "Stmt")) {
        const auto account =
            first_of(*statement, {{"Acct", "Id", "IBAN"}, {"Acct", "Id", "Othr", "Id"}});
        if (read.account.empty()) read.account = account;
        for (const auto* entry : children_of(*statement, "Ntry"))
            if (!read.fault) read_entry(*entry, account, base::currency_code(currency), read);
    }
    return read;
}

} // namespace bank
