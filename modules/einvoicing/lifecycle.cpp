#include "modules/einvoicing/lifecycle.hpp"

#include "kernel/base/text.hpp"
#include "kernel/base/xml_tree.hpp"

#include <algorithm>
#include <charconv>

namespace einvoicing
{
namespace
{

using base::XmlNode;

constexpr std::string_view message_space =
    "urn:un:unece:uncefact:data:standard:CrossDomainAcknowledgementAndResponse:100";
constexpr base::XmlLimits message_limits{
    .bytes_max = 1'000'000, .nodes_max = 20'000, .depth_max = 20};
constexpr std::size_t code_length_max = 40;
constexpr std::size_t words_length_max = 1'000;
constexpr std::size_t siren_digits = 9;
constexpr std::size_t sellers_max = 10;
constexpr std::size_t day_digits = 8;      // UNTDID 2379: 102
constexpr std::size_t instant_digits = 14; // 204

std::string shortened(std::string_view text, std::size_t length)
{
    return base::shorten(base::normalise(text.substr(0, length * 4)), length);
}

int number_in(std::string_view digits)
{
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// "20261120101500" or "20261120".
std::optional<base::Instant> instant_in(std::string_view digits)
{
    const bool is_whole = digits.size() == instant_digits;
    if (!is_whole && digits.size() != day_digits) return {};
    if (!std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) return {};
    const auto day = base::Date::parse(std::string{digits.substr(0, 4)} + "-" +
                                       std::string{digits.substr(4, 2)} + "-" +
                                       std::string{digits.substr(6, 2)});
    if (!day) return {};
    base::WallTime wall{.date = *day};
    if (is_whole) {
        wall.hour = number_in(digits.substr(8, 2));
        wall.minute = number_in(digits.substr(10, 2));
        wall.second = number_in(digits.substr(12, 2));
    }
    if (wall.hour > 23 || wall.minute > 59 || wall.second > 59) return {};
    return base::instant_of(wall, "Europe/Paris");
}

std::string_view first_of(const XmlNode& node, std::string_view name)
{
    const auto* const found = node.child(name);
    return found == nullptr ? std::string_view{} : std::string_view{found->text};
}

/// By the SIREN, or the SIRET that begins with it.
std::vector<std::string> sirens_of(const XmlNode& party)
{
    std::vector<std::string> sirens;
    for (const auto& one : party.children) {
        if (one.name != "GlobalID" || sirens.size() == sellers_max) continue;
        const auto scheme = one.attribute("schemeID");
        if (scheme == "0002" || scheme == "0009" || scheme == "0225")
            sirens.emplace_back(std::string_view{one.text}.substr(0, siren_digits));
    }
    return sirens;
}

/// Who issued the invoice of that name; else the seller among the parties of the message.
std::vector<std::string> sellers_of(const XmlNode& message, const XmlNode& invoice)
{
    const auto* const issuer = invoice.child("IssuerTradeParty");
    if (issuer != nullptr) return sirens_of(*issuer);
    const auto* const head = message.child("ExchangedDocument");
    if (head == nullptr) return {};
    for (const auto& party : head->children)
        if (party.name.ends_with("TradeParty") && first_of(party, "RoleCode") == "SE")
            return sirens_of(party);
    return {};
}

LifecycleNotice notice_of(const XmlNode& message, const XmlNode& invoice,
                          std::optional<base::Instant> happened_at)
{
    LifecycleNotice notice{
        .number = shortened(first_of(invoice, "IssuerAssignedID"), code_length_max),
        .sellers = sellers_of(message, invoice),
        .code = shortened(first_of(invoice, "ProcessConditionCode"), code_length_max),
        .reason = {},
        .words = {},
        .happened_at = happened_at};
    const auto* const status = invoice.child("SpecifiedDocumentStatus");
    if (status == nullptr) return notice;
    notice.reason = shortened(first_of(*status, "ReasonCode"), code_length_max);
    notice.words = shortened(first_of(*status, "Reason"), words_length_max);
    if (notice.words.empty())
        notice.words = shortened(status->text_at({"IncludedNote", "Content"}), words_length_max);
    return notice;
}

} // namespace

std::vector<LifecycleNotice> read_lifecycle(std::string_view bytes)
{
    const auto read = base::read_xml(bytes, message_limits);
    if (!read.root || read.root->name != "CrossDomainAcknowledgementAndResponse" ||
        read.root->space != message_space)
        return {};
    const auto sent_at =
        instant_in(read.root->text_at({"ExchangedDocument", "IssueDateTime", "DateTimeString"}));
    std::vector<LifecycleNotice> notices;
    for (const auto& said : read.root->children) {
        if (said.name != "AcknowledgementDocument") continue;
        const auto at = instant_in(said.text_at({"IssueDateTime", "DateTimeString"}));
        for (const auto& one : said.children) {
            if (one.name != "ReferenceReferencedDocument" || notices.size() == notices_max)
                continue;
            auto notice = notice_of(*read.root, one, at ? at : sent_at);
            if (!notice.number.empty() && !notice.code.empty())
                notices.push_back(std::move(notice));
        }
    }
    return notices;
}

} // namespace einvoicing
