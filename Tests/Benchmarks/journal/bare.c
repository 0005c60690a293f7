/* What durable commits cost without a journal: `bare FOLDER FILES COUNT SIZE [together]` writes SIZE bytes COUNT times to
 * each of FILES. Each file has a thread of its own that puts every line on disk (fdatasync); `together` is the least that
 * any program can do: one thread, and one syncfs for a line of every file. Prints seconds. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 1024 };

static int files, count, size, open_files[MOST];
static char *line;

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + now.tv_nsec / 1e9;
}

static void put(int file) {
    if (write(open_files[file], line, size) != size) exit(1);
}

static void *write_alone(void *place) {
    int file = (int *)place - open_files;
    for (int i = 0; i < count; i++) {
        put(file);
        if (fdatasync(open_files[file])) exit(1);
    }
    return NULL;
}

static void write_together(void) {
    for (int i = 0; i < count; i++) {
        for (int file = 0; file < files; file++) put(file);
        if (syncfs(open_files[0])) exit(1);
    }
}

static void write_in_threads(void) {
    pthread_t threads[MOST];
    for (int file = 0; file < files; file++)
        if (pthread_create(&threads[file], NULL, write_alone, &open_files[file])) exit(1);
    for (int file = 0; file < files; file++) pthread_join(threads[file], NULL);
}

int main(int words, char **word) {
    if (words < 5) return 2;
    files = atoi(word[2]), count = atoi(word[3]), size = atoi(word[4]);
    if (files < 1 || files > MOST || size < 1 || !(line = malloc(size))) return 2;
    memset(line, 'x', size);
    line[size - 1] = '\n';
    for (int file = 0; file < files; file++) {
        char name[4096];
        snprintf(name, sizeof name, "%s/%d", word[1], file);
        open_files[file] = open(name, O_WRONLY | O_CREAT | O_APPEND, 0600);
        if (open_files[file] < 0) return 1;
    }
    double start = seconds();
    if (words > 5) write_together();
    else if (files == 1) write_alone(open_files);
    else write_in_threads();
    printf("%f\n", seconds() - start);
}
