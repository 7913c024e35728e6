#include "modules/signed_invoices/request.hpp"

#include <boost/describe/enum_from_string.hpp>

#include <algorithm>
#include <stdexcept>

namespace signed_invoices
{

Wish usual_wish(const presets::Preset& preset)
{
    const auto said = preset.settings.find("invoices.signature");
    if (said == preset.settings.end()) return Wish::off;
    Wish wish = Wish::off;
    if (!boost::describe::enum_from_string(said->second.c_str(), wish))
        throw std::runtime_error{preset.name + ": invoices.signature = " + said->second};
    return wish;
}

Wish asked_now(Wish at_issue, Wish now)
{
    return std::min(at_issue, now);
}

} // namespace signed_invoices
