#pragma once

#include "kernel/jobs/jobs.hpp"

namespace files
{

inline constexpr const char* judge_media_job = "files.judge_media";

/// Has the media worker look at an image or a video: copies and measures, or the reason why not.
/// Throws when the worker could not be run, so that it is tried again.
void run_judge_media(tenancy::Context& context, const jobs::Job& job);

} // namespace files
