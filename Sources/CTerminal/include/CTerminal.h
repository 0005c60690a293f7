#ifndef CTERMINAL_H
#define CTERMINAL_H
#include <stdint.h>

/// Columns of one Unicode scalar, whatever the locale of the process; -1 for what is not printable.
int terminal_scalar_width(uint32_t scalar);

/// The size of the terminal behind `descriptor`; -1 where there is none.
int terminal_size(int descriptor, int *columns, int *rows);

/// Sends what the terminal and the system signal (end, resize, continue) into a pipe, one byte a signal.
/// Returns the descriptor to poll, or -1.
int terminal_watch_signals(void);

/// Gives back the signal handlers that were there before.
void terminal_unwatch_signals(void);

/// Puts the terminal into raw mode and shows the alternate screen; -1 where `input` is no terminal.
int terminal_enter(int input, int output);

/// Undoes `terminal_enter`; harmless when there is nothing to undo, and safe in a signal handler.
void terminal_leave(void);

#endif
