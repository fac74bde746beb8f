# The same judging by pyHanko, for comparison: `python3 pyhanko_verify.py INPUT ANCHOR REPEAT`. Prints one
# line of JSON like job.mjs; the median where it is repeated.
import json
import logging
import re
import statistics
import sys
import time

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)
source, anchor, repeat = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open(anchor, "rb") as file:
    root = x509.Certificate.load(file.read())


def judge():
    with open(source, "rb") as infile:
        context = ValidationContext(trust_roots=[root], allow_fetching=False)
        for signature in PdfFileReader(infile).embedded_signatures:
            status = validate_pdf_signature(signature, context)
            if not (status.intact and status.valid):
                raise SystemExit("not the verdict that was expected")


times, cpus = [], []
for _ in range(repeat):
    started, cpu = time.perf_counter(), time.process_time()
    judge()
    times.append(time.perf_counter() - started)
    cpus.append(time.process_time() - cpu)
with open("/proc/self/status") as status:
    peak = int(re.search(r"VmHWM:\s+(\d+) kB", status.read()).group(1)) * 1024
figures = {"seconds": statistics.median(times), "cpu": statistics.median(cpus), "peakBytes": peak}
print(json.dumps(figures))
