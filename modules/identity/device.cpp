#include "modules/identity/device.hpp"

#include "kernel/i18n/translate.hpp"

#include <array>
#include <utility>

namespace identity
{

namespace
{

using Mark = std::pair<std::string_view, const char*>;

// The first mark found wins: Edge also says Chrome, Chrome also says Safari, Android says Linux.
constexpr std::array browsers{Mark{"Edg", "Edge"}, Mark{"OPR/", "Opera"},
                              Mark{"Firefox/", "Firefox"}, Mark{"Chrome/", "Chrome"},
                              Mark{"Safari/", "Safari"}};
constexpr std::array systems{Mark{"Android", "Android"}, Mark{"iPhone", "iPhone"},
                             Mark{"iPad", "iPad"},       Mark{"Windows", "Windows"},
                             Mark{"Mac OS X", "Mac"},    Mark{"Linux", "Linux"}};

template <class Marks>
std::string first_of(const Marks& marks, std::string_view text)
{
    for (const auto& [mark, name] : marks)
        if (text.find(mark) != std::string_view::npos) return name;
    return {};
}

} // namespace

std::string device_name(std::string_view user_agent)
{
    const auto browser = first_of(browsers, user_agent);
    const auto system = first_of(systems, user_agent);
    if (browser.empty() && system.empty()) return i18n::t("identity.device.unknown");
    if (browser.empty()) return system;
    if (system.empty()) return browser;
    return i18n::t("identity.device.on", {{"browser", browser}, {"system", system}});
}

} // namespace identity
