#include "kernel/documents/letterhead.hpp"

#include "kernel/base/oklch.hpp"
#include "kernel/files/logo.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"
#include "kernel/tenancy/context.hpp"

#include <fstream>
#include <iterator>

namespace documents
{
namespace
{

constexpr double paper_lightness = 0.49;

std::string logo_of(const tenancy::Context& context)
{
    const auto answer = files::logo_answer(context, files::Variant::touch_icon);
    if (!answer || !answer->file) return answer ? answer->body : std::string{};
    std::ifstream file{answer->file->path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

} // namespace

Letterhead letterhead_of(const tenancy::Context& context)
{
    const auto& workspace = context.workspace();
    return {.name = workspace.name,
            .logo = logo_of(context),
            .mark =
                workspace.is_demonstration ? i18n::t("documents.demonstration") : std::string{}};
}

std::string paper_colour(const tenancy::Workspace& workspace)
{
    return base::hex_of_oklch({.lightness = paper_lightness,
                               .chroma = workspace.brand_chroma / 1000.0,
                               .hue = static_cast<double>(workspace.brand_hue)});
}

Paper paper_of(const tenancy::Workspace& workspace)
{
    return presets::find(workspace.preset).currency == "CAD" ? Paper::Letter : Paper::A4;
}

} // namespace documents
