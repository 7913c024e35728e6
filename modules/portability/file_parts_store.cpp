#include "modules/portability/file_parts_store.hpp"

#include "kernel/files/file_store.hpp"
#include "modules/portability/package_store.hpp"
#include "modules/portability/row_store.hpp"

#include <algorithm>

namespace portability
{
namespace
{

/// As a name of a file on any system.
std::string plain_name(std::string name)
{
    std::ranges::replace_if(
        name,
        [](char c) {
            return static_cast<unsigned char>(c) < ' ' ||
                   std::string_view{"/\\:*?\"<>|"}.find(c) != std::string_view::npos;
        },
        '_');
    return name;
}

/// The struct whose members are among the columns of the table.
template <class T>
T row_of(const db::TableLayout& table, const std::string& line)
{
    const auto cells = read_json_line(table, line);
    db::Cells chosen;
    boost::mp11::mp_for_each<db::Members<T>>([&](auto member) {
        for (std::size_t at = 0; at < table.columns.size(); ++at)
            if (table.columns[at].name == member.name) chosen.push_back(cells[at]);
    });
    return struct_of<T>(chosen);
}

FilePart part_of(const files::File& file)
{
    return {.path = "files/" + plain_name(file.owner_kind) + "/" + std::to_string(file.owner_id) +
                    "/" + file.id.text() + "_" + plain_name(file.name),
            .sha256 = file.sha256};
}

FilePart part_of(const files::StoredVariant& copy)
{
    return {.path = "copies/" + copy.file_id.text() + "_" +
                    std::get<std::string>(db::Codec<files::Variant>::write(copy.variant)),
            .sha256 = copy.sha256};
}

} // namespace

void each_file_part(const db::TableLayout& table, const std::filesystem::path& lines,
                    const std::function<void(const FilePart&)>& use)
{
    if (table.name != "files_file" && table.name != "files_variant") return;
    each_line(lines, [&](const std::string& line) {
        const auto part = table.name == "files_file"
                              ? part_of(row_of<files::File>(table, line))
                              : part_of(row_of<files::StoredVariant>(table, line));
        if (!part.sha256.empty()) use(part);
    });
}

} // namespace portability
