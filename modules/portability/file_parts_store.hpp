#pragma once

#include "kernel/db/table_layout.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace portability
{

/// The bytes behind one row of files_file or files_variant.
struct FilePart {
    std::string path; ///< in the package: "files/ticket/42/57_cam-4.jpg", "copies/57_medium"
    std::string sha256;
};

/// Those the rows of an exported table name, one after the other; none for another table.
void each_file_part(const db::TableLayout& table, const std::filesystem::path& lines,
                    const std::function<void(const FilePart&)>& use);

} // namespace portability
