// The budgets of docs/operations/performance.md, measured: `bin/bench [WORDS]`.

#include "tests/load/measures.hpp"

#include <array>
#include <exception>
#include <iostream>
#include <string_view>

namespace
{

struct Measure {
    std::string_view name;
    void (*run)();
};

constexpr std::array measures{
    Measure{"writes", load::measure_writes},
    Measure{"list", load::measure_list},
    Measure{"list-million", load::measure_large_list},
    Measure{"start", load::measure_start},
    Measure{"search", load::measure_search},
    Measure{"streams", load::measure_streams},
    Measure{"desk", load::measure_desk},
    Measure{"crowd", load::measure_ticket_crowd},
    Measure{"sheet", load::measure_sheet},
    Measure{"invoices", load::measure_invoices},
};

bool is_wanted(std::string_view name, int count, char** words)
{
    for (int n = 1; n < count; ++n)
        if (name == words[n]) return true;
    return count <= 1;
}

} // namespace

int main(int count, char** words)
{
    int failed = 0;
    for (const auto& measure : measures) {
        if (!is_wanted(measure.name, count, words)) continue;
        try {
            measure.run();
        } catch (const std::exception& cause) {
            std::cerr << "etabli_bench " << measure.name << ": " << cause.what() << '\n';
            ++failed;
        }
    }
    return failed == 0 ? 0 : 1;
}
