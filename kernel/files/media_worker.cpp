#include "kernel/files/media_worker.hpp"

#include "kernel/files/program.hpp"
#include "kernel/forms/field_types.hpp"

namespace files
{

Judgement examine(const std::filesystem::path& program, const std::filesystem::path& file,
                  Task task)
{
    const auto ended =
        run_on_file({program.string(), std::string{forms::enum_name(task)}}, file,
                    {.patience = media_patience, .output_bytes_max = media_answer_bytes_max});
    if (ended && ended->status == 0) return read_answer(ended->output, task);
    Judgement unreadable;
    unreadable.refusal = "unreadable";
    return unreadable;
}

} // namespace files
