#include "modules/einvoicing/report_sums.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace einvoicing
{
namespace
{

using Key = std::tuple<base::Date, std::string, std::int64_t>;

Key key_of(Flux flux, base::Date first, const ReportLine& line)
{
    const auto day = std::max(line.day, first);
    if (is_foreign(flux)) return {day, line.number, line.source_id};
    if (tells_payments(flux)) return {day, line.currency, 0};
    return {day, line.currency + std::string{code_of(line.category)}, 0};
}

void add(std::vector<RateSum>& rates, const ReportLine& line, Flux flux)
{
    auto found = std::ranges::find_if(rates, [&](const RateSum& one) {
        return one.rate == line.rate &&
               (!is_foreign(flux) || one.vat_category == line.vat_category);
    });
    if (found == rates.end())
        found = rates.insert(rates.end(),
                             RateSum{.rate = line.rate, .vat_category = line.vat_category});
    found->net += line.net;
    found->tax += line.tax;
    found->paid += line.paid;
}

} // namespace

std::vector<ReportSum> sums_of(Flux flux, base::Date first, const std::vector<ReportLine>& lines)
{
    std::map<Key, ReportSum> sums;
    std::map<Key, std::set<std::int64_t>> sources;
    for (const auto& line : lines) {
        const auto key = key_of(flux, first, line);
        auto& sum = sums[key];
        if (sum.rates.empty()) {
            sum.day = std::get<0>(key);
            sum.number = is_foreign(flux) ? line.number : std::string{};
            sum.first_line = line;
        }
        sources[key].insert(line.source_id);
        sum.count = static_cast<std::int64_t>(sources[key].size());
        sum.net += line.net;
        sum.tax += line.tax;
        sum.paid += line.paid;
        add(sum.rates, line, flux);
    }
    std::vector<ReportSum> all;
    for (auto& [key, sum] : sums) {
        std::ranges::sort(sum.rates, std::ranges::greater{}, &RateSum::rate);
        all.push_back(std::move(sum));
    }
    return all;
}

ReportTotal total_of(const std::vector<ReportLine>& lines)
{
    ReportTotal total;
    std::set<std::int64_t> sources;
    for (const auto& line : lines) {
        sources.insert(line.source_id);
        total.net += line.net;
        total.tax += line.tax;
        total.paid += line.paid;
    }
    total.count = static_cast<std::int64_t>(sources.size());
    return total;
}

} // namespace einvoicing
