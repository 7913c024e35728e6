#include "modules/letters/preview_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/documents/page_images.hpp"
#include "kernel/files/serving.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/letters/block_views.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>

namespace letters
{
namespace
{

namespace json = boost::json;
using i18n::t;

http::Response bytes(std::string body, const char* type)
{
    auto response = http::Response::text({});
    response.headers.set("Content-Type", type);
    response.headers.set("Cache-Control", "private, no-store");
    response.body = std::move(body);
    return response;
}

/// 0 for anything but a number.
int page_asked(std::string_view typed)
{
    if (typed.empty()) return 1;
    int page = 0;
    const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), page);
    return read.ptr == typed.data() + typed.size() ? page : 0;
}

} // namespace

http::Response preview_pages(const documents::Document& paper)
{
    json::array pages;
    for (const auto& image : documents::page_images(paper))
        if (std::ssize(pages) < pages_previewed_max) pages.emplace_back(base::base64(image));
    return http::Response::json(json::serialize(json::object{{"pages", std::move(pages)}}));
}

http::Response preview_problems(const forms::Errors& errors, const TypedBlocks& blocks)
{
    json::array sentences;
    for (const auto& [field, error] : errors.all())
        sentences.emplace_back(t(error.key, error.params));
    std::size_t place = 0;
    for (const auto& one : blocks.blocks) {
        ++place;
        for (const auto& [field, error] : one.errors)
            sentences.emplace_back(kind_words(one.block.kind) + " " + std::to_string(place) +
                                   " : " + t(error.key, error.params));
    }
    return http::Response::json(json::serialize(json::object{{"problems", std::move(sentences)}}),
                                422);
}

http::Response preview_page(const guard::Call& call, const documents::Document& paper)
{
    const auto images = documents::page_images(paper);
    const auto page = page_asked(call.query("page"));
    if (page < 1 || page > std::ssize(images)) throw base::NotFound{};
    return bytes(images[static_cast<std::size_t>(page) - 1], "image/png");
}

int pages_shown(const documents::Document& paper)
{
    return std::min(documents::page_count(paper), pages_previewed_max);
}

http::Response preview_thumbnail(const documents::Document& paper)
{
    return bytes(documents::thumbnail(paper), "image/png");
}

http::Response preview_paper(const documents::Document& paper)
{
    auto response = bytes(documents::pdf_of(paper), "application/pdf");
    response.headers.set("Content-Disposition", files::content_disposition("inline", "apercu.pdf"));
    return response;
}

} // namespace letters
