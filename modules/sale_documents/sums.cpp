#include "modules/sale_documents/sums.hpp"

#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace sale_documents
{
namespace
{

using i18n::t;

/// « TVA 20 % » of what it is taken of, or the sentence that says why there is none.
Sum sum_of(const billing::TaxRow& row, const Books& books)
{
    const auto amount = i18n::money(row.tax, books.currency);
    const std::string mention = billing::facts_of(row.exemption).mention;
    if (!mention.empty()) return {.label = t(mention), .detail = {}, .amount = amount};
    return {.label = row.code.empty() ? t("sale_documents.totals.untaxed")
                                      : row.code + " " + i18n::rate(row.rate),
            .detail =
                t("sale_documents.totals.base", {{"base", i18n::money(row.base, books.currency)}}),
            .amount = amount};
}

} // namespace

std::vector<Sum> sums_before_total(const Counted& counted, const Books& books)
{
    const auto& figures = *counted.figures;
    const auto& totals = figures.totals;
    const auto sum = [&](const std::string& label, base::Cents amount) {
        return Sum{.label = label, .detail = {}, .amount = i18n::money(amount, books.currency)};
    };
    std::vector<Sum> sums;
    if (totals.discounts != base::Cents{}) {
        sums.push_back(sum(t("sale_documents.totals.lines"), totals.lines));
        const auto by_hand = counted.code.empty()      ? totals.discounts
                             : counted.code_place == 0 ? base::Cents{}
                                                       : billing::net_of_adjustment(figures, 0);
        if (by_hand != base::Cents{})
            sums.push_back(sum(t("sale_documents.totals.discount"), -by_hand));
        if (!counted.code.empty())
            sums.push_back(sum(t("sale_documents.totals.code", {{"code", counted.code}}),
                               -billing::net_of_adjustment(figures, counted.code_place)));
    }
    sums.push_back(sum(money_words("total_net", books), totals.net));
    for (const auto& row : figures.rows)
        sums.push_back(sum_of(row, books));
    return sums;
}

std::vector<Sum> sums_after_total(const Counted& counted, const Books& books)
{
    if (!counted.deposit || !counted.balance) return {};
    return {
        {t("sale_documents.totals.deposit"), {}, i18n::money(*counted.deposit, books.currency)},
        {t("sale_documents.totals.balance"), {}, i18n::money(*counted.balance, books.currency)}};
}

std::vector<std::string> legal_mentions(const billing::Figures& figures)
{
    std::vector<std::string> mentions;
    for (const auto& row : figures.rows) {
        const std::string key = billing::facts_of(row.exemption).mention;
        if (key.empty()) continue;
        if (auto words = t(key); std::ranges::find(mentions, words) == mentions.end())
            mentions.push_back(std::move(words));
    }
    return mentions;
}

std::string money_words(std::string_view name, const Books& books)
{
    const std::string family =
        books.currency == base::Currency::CAD ? "sale_documents.canada." : "sale_documents.france.";
    return t(family + std::string{name});
}

} // namespace sale_documents
