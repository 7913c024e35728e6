#include "modules/signatures/mark_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/media_worker.hpp"
#include "kernel/guard/call.hpp"

#include <algorithm>

namespace signatures
{
namespace
{

constexpr const char* picture_field = "image";
constexpr const char* scan_field = "scan";
constexpr const char* pdf_type = "application/pdf";

bool is_picture(const files::Content& content)
{
    return content.type == "image/png" || content.type == "image/jpeg";
}

bool is_line(const base::Shape& shape)
{
    return shape.kind == base::ShapeKind::line;
}

Mark drawn_mark(forms::Form<Sign>& form)
{
    Mark mark{.method = Method::drawing};
    try {
        const auto& typed = form.command.drawn.value;
        if (!typed.empty()) mark.drawn = files::drawing_of_json(typed);
        if (mark.drawn.empty() || !std::ranges::all_of(mark.drawn, is_line))
            form.errors.add("drawn", "signatures.error.drawing");
    } catch (const base::Refusal& refusal) {
        form.errors.add("drawn", refusal.code, refusal.params);
    }
    mark.drawn_json = files::to_json(mark.drawn);
    mark.sha256 = base::hex(base::sha256(mark.drawn_json));
    return mark;
}

/// Decoded and encoded again by who can do nothing else.
bool print(Mark& mark, const files::Taken& taken)
{
    auto judged = files::examine(files::media_program(), taken.path, files::Task::image);
    const auto copy =
        std::ranges::find(judged.copies, files::Variant::medium, &files::Copy::variant);
    if (!judged.refusal.empty() || copy == judged.copies.end()) return false;
    mark.jpeg = std::move(copy->bytes);
    mark.width = copy->width;
    mark.height = copy->height;
    return true;
}

/// The translation key of what is wrong with the one file of a field; empty: it is in the mark.
std::string take_file(guard::Call& call, std::string_view field, Mark& mark,
                      bool (*fits)(const files::Taken&))
{
    const auto offered = files::offered_in(call.request(), field);
    const bool is_there = offered.size() == 1 && offered.front().bytes > 0;
    if (!is_there) return "signatures.error.file";
    mark.files = files::take_in(call.context(), offered, 1);
    if (mark.files.taken.empty() || !fits(mark.files.taken.front()))
        return "signatures.error." + std::string{field};
    const auto& taken = mark.files.taken.front();
    mark.sha256 = taken.sha256;
    if (taken.content.type != pdf_type && !print(mark, taken)) return "signatures.error.unreadable";
    return {};
}

} // namespace

Mark read_mark(guard::Call& call, forms::Form<Sign>& form)
{
    if (form.command.how == SignWith::typed_name) return {};
    if (form.command.how == SignWith::drawing) return drawn_mark(form);
    Mark mark{.method = Method::image};
    const auto problem = take_file(call, picture_field, mark, [](const files::Taken& taken) {
        return is_picture(taken.content) && taken.bytes <= picture_bytes_max;
    });
    if (!problem.empty()) form.errors.add(picture_field, problem);
    return mark;
}

Mark read_scan(guard::Call& call, forms::Form<RecordScan>& form)
{
    Mark mark{.method = Method::workshop_scan};
    const auto problem = take_file(call, scan_field, mark, [](const files::Taken& taken) {
        return taken.content.type == pdf_type || is_picture(taken.content);
    });
    if (!problem.empty()) form.errors.add(scan_field, problem);
    return mark;
}

} // namespace signatures
