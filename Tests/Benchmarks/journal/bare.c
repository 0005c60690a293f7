/* The least that durable commits can cost: `bare FOLDER FILES ROUNDS SIZE` writes SIZE bytes to each of FILES in turn and
 * puts the round on disk with one sync (fdatasync for one file, syncfs for more). Prints seconds. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + now.tv_nsec / 1e9;
}

int main(int count, char **words) {
    if (count != 5) return 2;
    int files = atoi(words[2]), rounds = atoi(words[3]), size = atoi(words[4]), open_files[1024];
    char name[4096], *line = malloc(size);
    if (!line || files < 1 || files > 1024) return 2;
    memset(line, 'x', size);
    line[size - 1] = '\n';
    for (int i = 0; i < files; i++) {
        snprintf(name, sizeof name, "%s/%d", words[1], i);
        open_files[i] = open(name, O_WRONLY | O_CREAT | O_APPEND, 0600);
        if (open_files[i] < 0) return 1;
    }
    double start = seconds();
    for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < files; i++)
            if (write(open_files[i], line, size) != size) return 1;
        if (files == 1 ? fdatasync(open_files[0]) : syncfs(open_files[0])) return 1;
    }
    printf("%f\n", seconds() - start);
}
