#include "modules/progress/sheet_forms.hpp"

#include "kernel/documents/rich_text.hpp"

namespace progress
{

bool is_about_another(const std::optional<SheetId>& typed, const Sheet& sheet)
{
    return typed && *typed != sheet.id;
}

SheetHeader header_of(const SaveSheet& typed)
{
    return {.identifier = typed.identifier.value,
            .title = typed.title.value,
            .address = typed.address.value,
            .postal_code = typed.postal_code.value,
            .city = typed.city.value,
            .starts_on = typed.starts_on,
            .ends_on = typed.ends_on};
}

std::string body_of(const WritePost& typed)
{
    const auto text = typed.text_format == TextFormat::html
                          ? documents::read_html(typed.text.value)
                          : documents::read_plain(typed.text.value);
    return documents::is_empty(text) ? std::string{} : documents::to_json(text);
}

PostText text_of(const WritePost& typed)
{
    return {.body = body_of(typed),
            .mark = typed.mark.value_or(Mark::none),
            .worked_on = typed.worked_on};
}

} // namespace progress
