#include "kernel/html/ui/assets.hpp"
#include "kernel/i18n/translate.hpp"
#include "tests/kit/kit.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace
{

constexpr std::array<std::string_view, 5> refused_by_policy{" style=", " onclick=", "<style",
                                                            "javascript:", "<script>"};

int write(const std::filesystem::path& folder, const kit::Sample& sample)
{
    std::ofstream{folder / sample.file} << sample.page.text();
    int failed = 0;
    for (const auto refused : refused_by_policy) {
        if (sample.page.text().find(refused) == std::string::npos) continue;
        std::cerr << sample.file << " holds " << refused << '\n';
        ++failed;
    }
    return failed;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) return 2;
    i18n::set_unknown_key(i18n::UnknownKey::Throws);
    ui::use_assets(base::embedded_assets());
    std::filesystem::create_directories(argv[1]);
    int failed = 0;
    for (const auto& sample : kit::samples())
        failed += write(argv[1], sample);
    return failed == 0 ? 0 : 1;
}
