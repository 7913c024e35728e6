#include "kernel/files/logo.hpp"

#include "kernel/auth/logos.hpp"
#include "kernel/files/serving.hpp"

namespace files
{
namespace
{

constexpr const char* kept_a_day = "public, max-age=86400";
constexpr int status_ok = 200; // a link that ends in 10 minutes is not to be kept

} // namespace

std::optional<http::Response> logo_answer(const tenancy::Context& context, Variant square)
{
    const FileId id{auth::logo_of(context.workspace().id)};
    if (!id) return {};
    return context.read([&](tenancy::WorkspaceTransaction& tx) -> std::optional<http::Response> {
        FileStore store{tx};
        const auto file = store.find(id);
        const auto copy = store.find(id, square);
        if (!file || !copy) return {};
        auto response = serve(context.workspace().id, *file, *copy);
        if (response.status == status_ok) response.headers.set("Cache-Control", kept_a_day);
        return response;
    });
}

} // namespace files
