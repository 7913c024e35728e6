#include "modules/templates/preview_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/documents/page_images.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/templates/sample.hpp"
#include "modules/templates/template_actions.hpp"
#include "modules/templates/template_forms.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>

namespace templates
{
namespace
{

namespace json = boost::json;
using guard::Call;
using tenancy::WorkspaceTransaction;

documents::Document sample_of(const Call& call, const Template& shown)
{
    const auto business =
        call.context().read([](WorkspaceTransaction& tx) { return settings::profile(tx); });
    return sample(call.context(), business, shown);
}

Template own_template_of(const Call& call)
{
    const auto id = call.path_id<TemplateId>("template");
    return call.context().read([&](WorkspaceTransaction& tx) { return own_template(tx, id); });
}

http::Response thumbnail_of(const Call& call, const Template& shown)
{
    return preview_bytes(documents::thumbnail(sample_of(call, shown)), "image/png");
}

/// 0 for anything but a number.
int page_asked(std::string_view typed)
{
    if (typed.empty()) return 1;
    int page = 0;
    const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), page);
    return read.ptr == typed.data() + typed.size() ? page : 0;
}

json::object wrong_in(const forms::Form<SaveTemplate>& form)
{
    json::array sentences;
    for (const auto& [field, error] : form.errors.all())
        sentences.emplace_back(i18n::t("templates.field." + field) + " : " +
                               i18n::t(error.key, error.params));
    return {{"problems", std::move(sentences)}};
}

} // namespace

http::Response preview_bytes(std::string body, const char* type)
{
    auto response = http::Response::text({});
    response.headers.set("Content-Type", type);
    response.headers.set("Cache-Control", "private, no-store");
    response.body = std::move(body);
    return response;
}

http::Response show_ready_thumbnail(Call& call)
{
    const auto all = every_ready();
    const auto found = std::ranges::find(all, call.path("style"), &Template::code);
    if (found == all.end()) throw base::NotFound{};
    return thumbnail_of(call, *found);
}

http::Response show_own_thumbnail(Call& call)
{
    return thumbnail_of(call, own_template_of(call));
}

http::Response show_own_page(Call& call)
{
    const auto images = documents::page_images(sample_of(call, own_template_of(call)));
    const auto page = page_asked(call.query("page"));
    if (page < 1 || page > std::ssize(images)) throw base::NotFound{};
    return preview_bytes(images[static_cast<std::size_t>(page) - 1], "image/png");
}

http::Response show_typed_pages(Call& call)
{
    auto shown = own_template_of(call);
    auto form = call.form<SaveTemplate>();
    check_content(form);
    if (!form.is_valid()) return http::Response::json(json::serialize(wrong_in(form)), 422);

    shown.content = content_of(form.command);
    json::array pages;
    for (const auto& image : documents::page_images(sample_of(call, shown)))
        if (std::ssize(pages) < pages_previewed_max) pages.emplace_back(base::base64(image));
    return http::Response::json(json::serialize(json::object{{"pages", std::move(pages)}}));
}

} // namespace templates
