#include "modules/lan/authority_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/i18n/translate.hpp"

#include <array>

namespace lan
{

using namespace html;
using i18n::t;

namespace
{

constexpr std::array iphone{"lan.iphone.load", "lan.iphone.install", "lan.iphone.trust"};
constexpr std::array android{"lan.android.load", "lan.android.install", "lan.android.choose"};

Html steps(const char* heading_key, const std::array<const char*, 3>& keys)
{
    return section(h2(cls("h2"), t(heading_key)),
                   ol(cls("mt-2 grid list-decimal gap-2 pl-5 text-14"),
                      each(keys, [](const char* key) { return li(t(key)); })));
}

} // namespace

Html authority_page(const AuthorityView& view)
{
    return div(cls("grid grid-cols-1 gap-6"),
               div(h1(cls("h1"), t("lan.title")), p(cls("mt-1 text-fg-2"), t("lan.lead"))),
               div(p(cls("text-13 text-fg-2"), t("lan.compare")),
                   p(cls("mt-2 break-all rounded-[10px] border border-line p-3 text-12"),
                     html::code(view.fingerprint))),
               ui::link_button(view.certificate, {.label = t("lan.load"),
                                                  .icon = "download",
                                                  .kind = ui::ButtonKind::Primary,
                                                  .size = ui::ButtonSize::Large,
                                                  .classes = "w-full",
                                                  .more = attribute<"data-turbo">("false")}),
               steps("lan.iphone.title", iphone), steps("lan.android.title", android),
               p(cls("text-13 text-fg-2"), t("lan.without")),
               p(cls("text-13"), ui::link(view.site, t("lan.done"))));
}

} // namespace lan
