# The same signing by pyHanko, for comparison: `python3 pyhanko_job.py INPUT OUTPUT P12`, passphrase on
# standard input. Prints one line of JSON like job.mjs.
import json
import os
import re
import sys
import time

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

source, target, p12 = sys.argv[1:4]
signer = signers.SimpleSigner.load_pkcs12(p12, passphrase=sys.stdin.readline().strip().encode())
metadata = signers.PdfSignatureMetadata(
    field_name="Ukuran", subfilter=fields.SigSeedSubFilter.PADES
)
size = os.path.getsize(source)
if size >= 16 << 20:  # as touch-memory.mjs does for the others
    with open(target + ".warm", "xb") as warm:
        for _ in range(0, size, 1 << 20):
            warm.write(bytes([1]) * (1 << 20))
    os.remove(target + ".warm")
started, cpu_before = time.perf_counter(), time.process_time()
with open(source, "rb") as infile, open(target, "x+b") as outfile:
    signers.sign_pdf(IncrementalPdfFileWriter(infile), metadata, signer=signer, output=outfile)
    outfile.flush()
    os.fsync(outfile.fileno())
seconds = time.perf_counter() - started
cpu = time.process_time() - cpu_before
with open("/proc/self/status") as status:
    peak = int(re.search(r"VmHWM:\s+(\d+) kB", status.read()).group(1)) * 1024
print(json.dumps({"seconds": seconds, "cpu": cpu, "peakBytes": peak}))
