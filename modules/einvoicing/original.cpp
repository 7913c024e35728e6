#include "modules/einvoicing/original.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/files/file_name.hpp"
#include "kernel/i18n/format.hpp"
#include "modules/einvoicing/reception.hpp"

#include <algorithm>
#include <array>

namespace einvoicing
{
namespace
{

constexpr std::size_t head_bytes = 4'096;

bool holds(std::string_view text, std::string_view words)
{
    return text.find(words) != std::string_view::npos;
}

/// Kept and served to be saved, never shown: what is only looked at by programs.
bool is_xml(const std::string& head)
{
    std::string_view start{head};
    if (start.starts_with("\xef\xbb\xbf")) start.remove_prefix(3);
    start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
    const auto lower = base::lower_ascii(start);
    if (!lower.starts_with('<') || holds(lower, "<svg") || holds(lower, "<html")) return false;
    return lower.starts_with("<?xml") || holds(lower, "invoice") || holds(lower, "creditnote");
}

files::Content content_of(const files::Offered& offered)
{
    if (is_xml(files::FileBytes{offered.content}.read(0, head_bytes)))
        return {.type = "text/xml", .kind = files::Kind::document, .extensions = {"xml"}};
    return files::content_of(offered.content);
}

} // namespace

std::variant<files::Taken, files::Turned> judged(const files::Offered& offered)
{
    if (offered.bytes > original_bytes_max)
        return files::Turned{.name = files::clean_name(offered.name),
                             .reason = "files.refusal.size",
                             .value = i18n::file_size(original_bytes_max)};
    try {
        auto content = content_of(offered);
        auto name = files::clean_name(offered.name, content);
        return files::Taken{.name = std::move(name),
                            .content = std::move(content),
                            .path = offered.content,
                            .bytes = offered.bytes,
                            .sha256 = files::sha256_of(offered.content),
                            .upload = {}};
    } catch (const base::Refusal& refusal) {
        return files::Turned{
            .name = files::clean_name(offered.name), .reason = refusal.code, .value = {}};
    }
}

} // namespace einvoicing
