#include "tests/support/workbook.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace test_support
{
namespace
{

constexpr const char* reader = R"py(
import sys, zipfile
import xml.etree.ElementTree as tree
space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
book = zipfile.ZipFile(sys.argv[1])
for row in tree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(space + "row"):
    cells = list(row)
    if any(cell.get("t") != "inlineStr" or cell.find(space + "f") is not None for cell in cells):
        sys.exit("a cell is no text")
    print("\t".join("".join(part.text or "" for part in cell.iter(space + "t")) for cell in cells))
)py";

struct Folder {
    std::string path = (std::filesystem::temp_directory_path() / "workbook-XXXXXX").string();
    Folder()
    {
        if (mkdtemp(path.data()) == nullptr) throw std::runtime_error{"no folder: " + path};
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

/// Its exit code: 0 when the lines are in `lines`.
int read_lines(const std::string& book, const std::string& lines)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, lines.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    std::array<std::string, 4> words{"python3", "-c", reader, book};
    std::array<char*, 5> arguments{words[0].data(), words[1].data(), words[2].data(),
                                   words[3].data(), nullptr};
    pid_t child = 0;
    const int failed =
        ::posix_spawnp(&child, "python3", &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    if (failed != 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status)) return 1;
    return WEXITSTATUS(status);
}

} // namespace

std::vector<std::vector<std::string>> texts_of_workbook(const std::string& bytes)
{
    const Folder folder;
    const auto book = folder.path + "/book.xlsx";
    std::ofstream{book, std::ios::binary} << bytes;
    if (read_lines(book, folder.path + "/lines") != 0)
        throw std::runtime_error{"no workbook of texts"};
    std::ifstream lines{folder.path + "/lines"};
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream cells{line};
        auto& row = rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, '\t');)
            row.push_back(cell);
    }
    return rows;
}

} // namespace test_support
